package org.honbu.response.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.honbu.response.internal.World.INCIDENT;

import org.honbu.incidents.DataSecurityRated;
import org.honbu.incidents.Impact;
import org.honbu.incidents.IncidentState;
import org.honbu.incidents.LargeReason;
import org.honbu.incidents.Severity;
import org.honbu.incidents.Visibility;
import org.honbu.kernel.Kind;
import org.honbu.testkit.process.Walked;
import org.junit.jupiter.api.Test;

/** Harm to data that is found later is large, whatever else is known. */
abstract class DataHarmStories extends ResponseStories {
  DataHarmStories(Walked walked) {
    super(walked);
  }

  @Test
  void harmToDataIsHeardWhoeverSaysItAndHoweverGraveItWasBefore() {
    world.visibility = Visibility.INTERNAL;
    workingAsTeam();
    world.escalate(INCIDENT, MISAKI);
    settle();
    assertThat(engine.waitsAt(INCIDENT)).doesNotContain("Activity_Announce");

    world.impact = suspected(world.impact);
    new ReviewsAnnouncing.AfterDataHarm(review()).on(suspected());
    settle();

    assertThat(engine.waitsAt(INCIDENT)).contains("Activity_Announce");
  }

  /** L_DATA: large whatever else is known, also before a triage says so. */
  @Test
  void harmToDataOpensTheRoomWhileItIsStillTriaged() {
    declared(MINOR);
    world.acknowledge(INCIDENT, MISAKI);
    settle();
    assertThat(engine.waitsAt(INCIDENT)).contains("Activity_Triage");

    harmIsSuspected();

    assertThat(engine.waitsAt(INCIDENT))
        .contains("Activity_LeadTheIncident")
        .doesNotContain("Activity_Triage");
    assertThat(world.reasons).contains(LargeReason.L_DATA);
  }

  @Test
  void harmToDataBecomesAReasonOfTheRoomThatIsOpen() {
    workingAsTeam();
    world.escalate(INCIDENT, MISAKI);
    settle();

    harmIsSuspected();

    assertThat(world.reasons).contains(LargeReason.L_HUMAN, LargeReason.L_DATA);
  }

  /** Who answers it is acting commander: until somebody has, the triage judges it. */
  @Test
  void harmToDataOpensNoRoomWithoutAnAnswer() {
    declared(MINOR);

    harmIsSuspected();

    assertThat(engine.waitsAt(INCIDENT)).doesNotContain("Activity_LeadTheIncident");
    assertThat(world.reasons).isEmpty();
  }

  /** Whoever watches the recovery is not asked into a room again; the severity still rises. */
  @Test
  void harmToDataOpensNoRoomOnceItIsMitigated() {
    workingAsTeam();
    world.state = IncidentState.MONITORING;

    harmIsSuspected();

    assertThat(world.reasons).isEmpty();
    assertThat(world.severity).contains(Severity.SEV2);
  }

  private void harmIsSuspected() {
    world.impact = suspected(world.impact);
    new RatesHarmAgain(world, Response.judgement(() -> engine, world, clock), world)
        .on(suspected());
    hearsThatTheRoomIsOpen();
  }

  private DataSecurityRated suspected() {
    return new DataSecurityRated(
        INCIDENT,
        Kind.REAL,
        Impact.DataSecurity.UNKNOWN,
        Impact.DataSecurity.SUSPECTED,
        clock.instant());
  }

  private static Impact suspected(Impact known) {
    return new Impact(
        known.users(),
        known.function(),
        known.condition(),
        known.revenue(),
        Impact.DataSecurity.SUSPECTED,
        known.workaround(),
        known.urgency());
  }
}
