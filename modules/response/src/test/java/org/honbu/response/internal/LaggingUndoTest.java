package org.honbu.response.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.honbu.incidents.Impact;
import org.honbu.incidents.Triage;
import org.honbu.incidents.Undoable;
import org.honbu.incidents.Visibility;
import org.honbu.kernel.Actor;
import org.honbu.kernel.PersonId;
import org.honbu.response.internal.LaggingProcessTest.Act;
import org.honbu.response.internal.LaggingProcessTest.Story;

/** What people take back, for {@link LaggingProcessTest} to tell with every kind of lag. */
final class UndoStories {
  private static final PersonId MISAKI = new PersonId("misaki");
  private static final PersonId ITSUKI = new PersonId("itsuki");

  private UndoStories() {}

  static Stream<Story> all() {
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
            LaggingProcessTest.room("Activity_AwaitMitigation", "Activity_AcknowledgeAlert"),
            escalate(),
            answer(),
            slipped()),
        story(
            "an escalation taken back",
            Set.of("Activity_Triage"),
            answer(),
            escalate(),
            calledOff()),
        story(
            "… before anybody answered",
            Set.of("Activity_AcknowledgeAlert"),
            escalate(),
            calledOff()),
        story(
            "… and then somebody answers",
            Set.of("Activity_Triage"),
            escalate(),
            calledOff(),
            answer()),
        story(
            "… by the team at work",
            Set.of("Activity_WorkAsTeam"),
            answer(),
            triage(),
            escalate(),
            calledOff()),
        story(
            "… and opened once more",
            LaggingProcessTest.room("Activity_AwaitMitigation"),
            answer(),
            escalate(),
            calledOff(),
            escalate()),
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
            LaggingProcessTest.room("Gateway_Watch"),
            answer(),
            escalate(),
            mitigate(),
            verify(),
            resolve(),
            tooEarly()),
        story(
            "… and resolved after all",
            Set.of("Gateway_ReopenWindow"),
            answer(),
            escalate(),
            mitigate(),
            verify(),
            resolve(),
            tooEarly(),
            resolve()),
        story(
            "what comes back before the room is left",
            LaggingProcessTest.room("Activity_AwaitMitigation"),
            answer(),
            escalate(),
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

  private static Story story(String name, Set<String> ends, Act... acts) {
    return new Story(name, List.of(acts), ends);
  }

  private static Act answer() {
    return world -> world.acknowledge(world.incident, MISAKI);
  }

  private static Act slipped() {
    return world -> world.takeBack(world.incident, Undoable.ANSWER, MISAKI);
  }

  private static Act triage() {
    return world -> world.triage(world.incident, Triage.real(world.impact), MISAKI);
  }

  private static Act escalate() {
    return world -> world.escalate(world.incident, ITSUKI);
  }

  private static Act calledOff() {
    return world -> world.takeBack(world.incident, Undoable.ESCALATION, ITSUKI);
  }

  private static Act mitigate() {
    return world -> world.declareMitigated(world.incident, "rolled back", MISAKI);
  }

  private static Act verify() {
    return world -> world.verify(world.incident, ITSUKI);
  }

  private static Act resolve() {
    return world -> world.declareResolved(world.incident, "steady", MISAKI);
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
