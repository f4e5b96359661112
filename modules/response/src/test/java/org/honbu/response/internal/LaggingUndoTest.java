package org.honbu.response.internal;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.honbu.incidents.Impact;
import org.honbu.incidents.Triage;
import org.honbu.incidents.Undoable;
import org.honbu.incidents.Visibility;
import org.honbu.kernel.Actor;

/** What people take back while the process lags behind. */
class LaggingUndoTest extends LagStories {
  @Override
  Stream<Story> stories() {
    return Stream.of(
        story("an answer taken back", Set.of("Activity_AcknowledgeAlert"), answer(), slipped()),
        story(
            "… and somebody else answers",
            Set.of("Activity_Triage"),
            answer(),
            slipped(),
            world -> world.acknowledge(world.incident, ITSUKI)),
        story(
            "… and they answer, and triage",
            Set.of("Activity_WorkAsTeam"),
            answer(),
            slipped(),
            answer(),
            triage()),
        story(
            "an answer in an open room taken back",
            room("Activity_AwaitMitigation", "Activity_AcknowledgeAlert"),
            escalate(ITSUKI),
            answer(),
            slipped()),
        story(
            "an escalation taken back",
            Set.of("Activity_Triage"),
            answer(),
            escalate(ITSUKI),
            calledOff()),
        story(
            "… before anybody answered",
            Set.of("Activity_AcknowledgeAlert"),
            escalate(ITSUKI),
            calledOff()),
        story(
            "… and then somebody answers",
            Set.of("Activity_Triage"),
            escalate(ITSUKI),
            calledOff(),
            answer()),
        story(
            "… by the team at work",
            Set.of("Activity_WorkAsTeam"),
            answer(),
            triage(),
            escalate(ITSUKI),
            calledOff()),
        story(
            "… and opened once more",
            room("Activity_AwaitMitigation"),
            answer(),
            escalate(ITSUKI),
            calledOff(),
            escalate(ITSUKI)),
        story(
            "a resolution taken back",
            Set.of("Gateway_Watch"),
            answer(),
            triage(),
            mitigate(),
            verify(),
            resolve(),
            tooEarly()),
        story(
            "… in a room",
            room("Gateway_Watch"),
            answer(),
            escalate(ITSUKI),
            mitigate(),
            verify(),
            resolve(),
            tooEarly()),
        story(
            "… and resolved after all",
            Set.of("Gateway_ReopenWindow"),
            answer(),
            escalate(ITSUKI),
            mitigate(),
            verify(),
            resolve(),
            tooEarly(),
            resolve()),
        story(
            "what comes back before the room is left",
            room("Activity_AwaitMitigation"),
            answer(),
            escalate(ITSUKI),
            mitigate(),
            verify(),
            resolve(),
            world -> world.recurred(world.incident, "again", Actor.person(ITSUKI))),
        story(
            "a false alarm taken back",
            Set.of("Activity_ConfirmFalseAlarm"),
            answer(),
            looksFalse(),
            confirm(),
            itIsReal()),
        story(
            "… and confirmed after all",
            Set.of(),
            answer(),
            looksFalse(),
            confirm(),
            itIsReal(),
            confirm()));
  }

  private static Act slipped() {
    return world -> world.takeBack(world.incident, Undoable.ANSWER, MISAKI);
  }

  private static Act calledOff() {
    return world -> world.takeBack(world.incident, Undoable.ESCALATION, ITSUKI);
  }

  private static Act tooEarly() {
    return world -> world.takeBack(world.incident, Undoable.RESOLUTION, MISAKI);
  }

  private static Act looksFalse() {
    return world ->
        world.triage(
            world.incident,
            new Triage(
                Triage.Answer.FALSE_ALARM,
                Optional.empty(),
                Impact.UNKNOWN,
                Visibility.INTERNAL,
                Set.of(),
                false,
                ""),
            MISAKI);
  }

  private static Act confirm() {
    return world -> world.confirmFalseAlarm(world.incident, "a test", ITSUKI);
  }

  private static Act itIsReal() {
    return world -> world.takeBack(world.incident, Undoable.FALSE_ALARM, ITSUKI);
  }
}
