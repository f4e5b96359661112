package org.honbu.incidents.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.honbu.incidents.AnswerOutcome;
import org.honbu.incidents.Duty;
import org.honbu.incidents.DutyKind;
import org.honbu.incidents.Impact;
import org.honbu.incidents.IncidentState;
import org.honbu.incidents.LargeReason;
import org.honbu.incidents.Outcome;
import org.honbu.incidents.Reason;
import org.honbu.incidents.Severity;
import org.honbu.incidents.TimelineEntry;
import org.honbu.incidents.Triage;
import org.honbu.kernel.Actor;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Words;
import org.junit.jupiter.api.Test;

/** Who answers first, who triages, and how grave it is. */
class TriageTest extends LifeStories {
  // ---- signals

  /** An escalation before anybody answered: in a room people investigate. */
  @Test
  void whoAnswersInAnOpenRoomInvestigates() {
    IncidentId incident = declare("disk full");
    command.openRoom(
        incident, Set.of(LargeReason.L_HUMAN), Optional.of(ITSUKI), Actor.person(ITSUKI));

    life.triage.acknowledge(incident, MISAKI);

    assertThat(record(incident).state()).isEqualTo(IncidentState.INVESTIGATING);
  }

  // ---- severity

  @Test
  void aRuleOnlyRaises() {
    IncidentId incident = declare("slow");

    assertThat(
            life.rating
                .rateByRule(
                    incident,
                    Severity.SEV3,
                    List.of(new Reason("CORE_LIMITED", new Words("中核", "Core"))),
                    RULE)
                .now())
        .isEqualTo(Severity.SEV3);
    assertThat(life.rating.rateByRule(incident, Severity.SEV4, List.of(), RULE).now())
        .isEqualTo(Severity.SEV3);
    assertThat(life.rating.rateByRule(incident, Severity.SEV1, List.of(), RULE).now())
        .isEqualTo(Severity.SEV1);
    assertThat(store.ratings()).isEqualTo(2);
  }

  @Test
  void aResponderMayNotLowerButTheCommanderMay() {
    IncidentId incident = roomCommandedBy(AOI);

    Outcome refused = life.rating.rate(incident, Severity.SEV3, "looks better", ITSUKI);

    assertThat(refused).isInstanceOf(Outcome.NotAllowed.class);
    assertThat(types(incident)).contains("refused");
    assertThat(record(incident).severity()).contains(Severity.SEV1);
    assertThat(life.rating.rate(incident, Severity.SEV3, "workaround found", AOI))
        .isInstanceOf(Outcome.Done.class);
  }

  @Test
  void aRatingIsToldInWordsAndNeverByTheRulesNames() {
    IncidentId incident = declare("slow");
    var degraded = new Words("中核が広く悪い", "A core function is degraded widely");
    var alert = new Words("警報が重大と言う", "The alert says critical");

    life.rating.rateByRule(
        incident,
        Severity.SEV2,
        List.of(new Reason("ALERT_SAYS_CRITICAL", alert), new Reason("CORE_DEGRADED", degraded)),
        RULE);
    life.triage.acknowledge(incident, MISAKI);
    life.rating.rate(incident, Severity.SEV1, "no payment passes", MISAKI);

    assertThat(store.timeline(incident))
        .map(TimelineEntry::words)
        .contains(
            new Words(
                "重大度は SEV2（重大）です：警報が重大と言う、中核が広く悪い",
                "The severity is SEV2 (Major): The alert says critical; "
                    + "A core function is degraded widely"))
        .map(Words::en)
        .anyMatch(line -> line.endsWith(" set the severity to SEV1 (Critical): no payment passes"));
  }

  // ---- answering

  @Test
  void theFirstAnswererHasTheDutyAndTheSecondLearnsWho() {
    IncidentId incident = declare("slow");

    assertThat(life.triage.acknowledge(incident, MISAKI)).isInstanceOf(AnswerOutcome.First.class);
    assertThat(life.triage.acknowledge(incident, ITSUKI))
        .isEqualTo(new AnswerOutcome.AlreadyAnswered(MISAKI, clock.instant()));

    assertThat(record(incident).state()).isEqualTo(IncidentState.TRIAGE);
    assertThat(duties(incident))
        .containsExactly(new Duty(DutyKind.ONCALL, MISAKI, clock.instant(), Optional.empty()));
  }

  @Test
  void answeringTwiceIsTheSameAnswer() {
    IncidentId incident = declare("slow");
    AnswerOutcome first = life.triage.acknowledge(incident, MISAKI);
    clock.pass(Duration.ofMinutes(1));

    assertThat(life.triage.acknowledge(incident, MISAKI)).isEqualTo(first);
  }

  // ---- change of course

  @Test
  void whoeverTriagesFirstHasAnswered() {
    IncidentId incident = declare("slow");

    life.triage.triage(incident, Triage.real(Impact.UNKNOWN), MISAKI);

    assertThat(record(incident).answeredBy()).contains(MISAKI);
    assertThat(record(incident).state()).isEqualTo(IncidentState.INVESTIGATING);
  }

  @Test
  void anEmployeeDeclaresAndEscalatesButDoesNotTriage() {
    IncidentId incident = declare("slow");

    assertThat(life.triage.triage(incident, Triage.real(Impact.UNKNOWN), EMMA))
        .isInstanceOf(Outcome.NotAllowed.class);
    assertThat(record(incident).state()).isEqualTo(IncidentState.REPORTED);
  }

  private List<Duty> duties(IncidentId incident) {
    return store.services(incident).stream().map(Service::duty).toList();
  }
}
