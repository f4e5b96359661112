package org.honbu.response.internal;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.honbu.incidents.Triage;
import org.honbu.incidents.Visibility;
import org.honbu.kernel.Actor;

/** An incident whose process lags behind, from the answer to what comes back. */
class LaggingProcessTest extends LagStories {
  @Override
  Stream<Story> stories() {
    return Stream.of(
        story("a small problem is triaged", Set.of("Activity_WorkAsTeam"), answer(), triage()),
        story("… mitigated", Set.of("Activity_VerifyMitigation"), answer(), triage(), mitigate()),
        story(
            "… resolved",
            Set.of("Gateway_ReopenWindow"),
            answer(),
            triage(),
            mitigate(),
            verify(),
            resolve()),
        story(
            "… reopened",
            Set.of("Activity_WorkAsTeam"),
            answer(),
            triage(),
            mitigate(),
            verify(),
            resolve(),
            comesBack()),
        story(
            "a false alarm",
            Set.of(),
            answer(),
            falseAlarm(),
            world -> world.confirmFalseAlarm(world.incident, "a test", ITSUKI)),
        story(
            "a room opened before anybody answered",
            room("Activity_AwaitMitigation"),
            escalate(ITSUKI),
            answer()),
        story(
            "a room that is done",
            Set.of("Gateway_ReopenWindow"),
            answer(),
            escalate(MISAKI),
            mitigate(),
            verify(),
            resolve()),
        story(
            "a room where it came back and was mitigated again",
            room("Gateway_Watch"),
            answer(),
            escalate(MISAKI),
            mitigate(),
            comesBack(),
            mitigate(),
            verify()));
  }

  private static Act falseAlarm() {
    return world ->
        world.triage(
            world.incident,
            new Triage(
                Triage.Answer.FALSE_ALARM,
                Optional.empty(),
                MINOR,
                Visibility.INTERNAL,
                Set.of(),
                false,
                ""),
            MISAKI);
  }

  private static Act comesBack() {
    return world -> world.recurred(world.incident, "again", Actor.person(ITSUKI));
  }
}
