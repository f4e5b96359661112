package org.honbu.response.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.honbu.response.internal.World.INCIDENT;

import java.util.Optional;
import java.util.Set;
import org.honbu.incidents.IncidentState;
import org.honbu.incidents.LargeReason;
import org.honbu.incidents.Severity;
import org.honbu.kernel.Actor;
import org.honbu.testkit.process.Walked;
import org.honbu.workflow.Facts;
import org.junit.jupiter.api.Test;

/** Who is asked first, and what happens when they do not answer. */
abstract class FirstAnswerStories extends ResponseStories {
  FirstAnswerStories(Walked walked) {
    super(walked);
  }

  /** A59: they were called together, and each answer has its own meaning. */
  @Test
  void whenTheCommanderAnswersFirstTheRoomIsTheirsAndTheOnCallIsCalledOn() {
    declared(ALL_DOWN);
    passes("PT2M");

    world.openRoom(INCIDENT, Set.of(LargeReason.L_SEV), Optional.of(AOI), Actor.person(AOI));
    world.take(INCIDENT, AOI);
    hearsThatTheRoomIsOpen();

    assertThat(engine.waitsAt(INCIDENT))
        .contains("Activity_AnswerThePage", "Activity_LeadTheIncident");

    world.acknowledge(INCIDENT, MISAKI);
    settle();

    assertThat(engine.waitsAt(INCIDENT))
        .as("triage is done in the room")
        .doesNotContain("Activity_AnswerThePage", "Activity_Triage")
        .contains("Activity_LeadTheIncident");
    assertThat(world.seat.orElseThrow().holder()).isEqualTo(AOI);
  }

  @Test
  void whoPressesBeforeAnybodyAnsweredActsAndThePagingGoesOn() {
    declared(CRITICAL);

    world.escalate(INCIDENT, ITSUKI);
    settle();

    assertThat(engine.waitsAt(INCIDENT))
        .contains("Activity_AnswerThePage", "Activity_LeadTheIncident");
    assertThat(world.seat.orElseThrow().holder()).isEqualTo(ITSUKI);

    world.acknowledge(INCIDENT, MISAKI);
    settle();

    assertThat(engine.waitsAt(INCIDENT))
        .doesNotContain("Activity_AnswerThePage", "Activity_Triage")
        .contains("Activity_LeadTheIncident");
  }

  @Test
  void aPageAnsweredAtItsTaskLeadsToTriage() {
    declared(CRITICAL);

    done("Activity_AnswerThePage", IncidentState.TRIAGE);

    assertThat(engine.waitsAt(INCIDENT)).containsExactly("Activity_Triage");
    assertThat(world.answeredBy).contains(MISAKI);
  }

  @Test
  void whatIsNotCriticalWaitsForTheTeamAndBecomesAPage() {
    declared(MINOR);
    assertThat(engine.waitsAt(INCIDENT)).containsExactly("Activity_AcknowledgeAlert");

    passes("PT22H59M");
    assertThat(engine.waitsAt(INCIDENT)).containsExactly("Activity_AcknowledgeAlert");

    passes("PT1M");
    assertThat(engine.waitsAt(INCIDENT))
        .as("eight business hours after Wednesday noon are Thursday at eleven")
        .containsExactly("Activity_AnswerThePage");
  }

  @Test
  void theTeamAcknowledges() {
    declared(MINOR);

    done("Activity_AcknowledgeAlert", IncidentState.TRIAGE, Facts.none());

    assertThat(engine.waitsAt(INCIDENT)).containsExactly("Activity_Triage");
  }

  @Test
  void raisingTheSeverityPagesWhoWasNotPaged() {
    declared(MINOR);

    world.rate(INCIDENT, Severity.SEV2, "worse than it looked", AOI);
    settle();

    assertThat(engine.waitsAt(INCIDENT)).containsExactly("Activity_AnswerThePage");
  }

  @Test
  void whenNobodyAnswersTheProcessOwnerReachesSomebodyByPhone() {
    somebodyIsOnCall = false;
    declared(CRITICAL);
    assertThat(engine.waitsAt(INCIDENT)).containsExactly("Activity_ReachByPhone");
    assertThat(world.notes).contains("nobody-answered");
    assertThat(outside.channels()).contains("#war_room");

    var takumi = engine.tasklist("takumi");
    takumi.claim("Activity_ReachByPhone");
    var nobody = takumi.complete("Activity_ReachByPhone", Facts.of("answeredBy", "ghost"));
    assertThat(nobody.done()).isFalse();
    assertThat(nobody.sentence()).contains("つながった人");
    var somebody = takumi.complete("Activity_ReachByPhone", Facts.of("answeredBy", "itsuki"));
    settle();

    assertThat(somebody.done()).isTrue();
    assertThat(world.answeredBy).contains(ITSUKI);
    assertThat(engine.waitsAt(INCIDENT)).containsExactly("Activity_Triage");
  }

  @Test
  void thePagingStartsAgainWhileNobodyIsReached() {
    somebodyIsOnCall = false;
    declared(CRITICAL);
    somebodyIsOnCall = true;

    passes("PT15M");

    assertThat(engine.waitsAt(INCIDENT)).containsExactly("Activity_AnswerThePage");
  }
}
