package org.honbu.incidents.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import org.honbu.incidents.Declaration;
import org.honbu.incidents.Impact;
import org.honbu.incidents.IncidentDeclared;
import org.honbu.incidents.IncidentState;
import org.honbu.incidents.Signal;
import org.honbu.incidents.SignalAttached;
import org.honbu.incidents.SignalsCleared;
import org.honbu.incidents.Source;
import org.honbu.kernel.Actor;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.ProblemException;
import org.junit.jupiter.api.Test;

/** What is declared, and what monitoring and customers say of it. */
class DeclaringTest extends LifeStories {
  // ---- declaring

  @Test
  void numbersFollowOneAnotherWithinAYear() {
    assertThat(declare("one")).isEqualTo(new IncidentId("INC-2026-0001"));
    assertThat(declare("two")).isEqualTo(new IncidentId("INC-2026-0002"));

    clock.pass(Duration.ofDays(60));

    assertThat(declare("three")).isEqualTo(new IncidentId("INC-2027-0001"));
  }

  @Test
  void oneSentenceIsEnoughAndGoesToThePlatformTeam() {
    IncidentId incident = declare("checkout is slow");

    Incident record = record(incident);
    assertThat(record.state()).isEqualTo(IncidentState.REPORTED);
    assertThat(record.team()).isEqualTo(Town.PLATFORM);
    assertThat(outbox.told(IncidentDeclared.class)).hasSize(1);
    assertThat(types(incident)).containsExactly("declared");
  }

  @Test
  void theComponentBringsItsTeamAndItsFunction() {
    IncidentId incident =
        life.declaring.declare(
            Declaration.of("payment fails", Actor.person(EMMA), clock.instant())
                .about("payment-api"));

    assertThat(record(incident).team()).isEqualTo(Town.PAYMENTS);
    assertThat(record(incident).impact().function()).isEqualTo(Impact.Function.CORE);
  }

  @Test
  void aDeclarationWithoutASentenceNamesTheField() {
    assertThatThrownBy(() -> declare("  "))
        .isInstanceOfSatisfying(
            ProblemException.class, refusal -> assertThat(refusal.field()).contains("what"));
    assertThatThrownBy(() -> declare("x".repeat(141))).isInstanceOf(ProblemException.class);
  }

  // ---- signals

  @Test
  void theSameSignalOnlyCountsUp() {
    IncidentId incident = declare("disk full");

    for (int i = 0; i < 40; i++) {
      life.declaring.attachSignal(incident, signal("a"), Impact.UNKNOWN);
    }

    assertThat(store.signals(incident))
        .singleElement()
        .satisfies(one -> assertThat(one.received()).isEqualTo(40));
    assertThat(types(incident)).containsExactly("declared", "signal");
  }

  @Test
  void aLouderSignalMakesItWorseAndAMilderOneDoesNot() {
    IncidentId incident = declare("disk full");
    life.declaring.attachSignal(
        incident, signal("a"), said(Impact.Condition.DOWN, Impact.Urgency.CRITICAL));

    life.declaring.attachSignal(
        incident, signal("b"), said(Impact.Condition.AT_RISK, Impact.Urgency.LOW));
    life.declaring.attachSignal(incident, signal("a"), Impact.UNKNOWN);

    Impact impact = store.find(incident).orElseThrow().impact();
    assertThat(impact.condition()).isEqualTo(Impact.Condition.DOWN);
    assertThat(impact.urgency()).isEqualTo(Impact.Urgency.CRITICAL);
    assertThat(outbox.told(SignalAttached.class)).hasSize(2);
    assertThat(outbox.noHurry).as("the milder one").hasSize(1);
  }

  @Test
  void whatACustomerSaysIsLookedAtAtOnce() {
    IncidentId incident = declare("payment fails");

    life.declaring.attachSignal(
        incident,
        new Signal(Source.CS, "r", "no payment", clock.instant(), Optional.of("shop")),
        Impact.UNKNOWN);

    assertThat(outbox.told(SignalAttached.class)).hasSize(1);
    assertThat(outbox.noHurry).isEmpty();
  }

  private static Impact said(Impact.Condition condition, Impact.Urgency urgency) {
    return new Impact(
        Impact.Users.UNKNOWN,
        Impact.Function.UNKNOWN,
        condition,
        Impact.Revenue.UNKNOWN,
        Impact.DataSecurity.UNKNOWN,
        Impact.Workaround.UNKNOWN,
        urgency);
  }

  @Test
  void anIncidentIsQuietOnceAllItsSignalsHaveCleared() {
    IncidentId incident = declare("disk full");
    life.declaring.attachSignal(incident, signal("a"), Impact.UNKNOWN);
    life.declaring.attachSignal(incident, signal("b"), Impact.UNKNOWN);

    assertThat(life.declaring.clearSignal(incident, "a", clock.instant())).isFalse();
    assertThat(outbox.told(SignalsCleared.class)).isEmpty();
    assertThat(life.declaring.clearSignal(incident, "b", clock.instant())).isTrue();
    assertThat(outbox.told(SignalsCleared.class)).hasSize(1);
  }

  @Test
  void aSignalThatComesBackCriesAgain() {
    IncidentId incident = declare("disk full");
    life.declaring.attachSignal(incident, signal("a"), Impact.UNKNOWN);
    life.declaring.clearSignal(incident, "a", clock.instant());

    life.declaring.attachSignal(incident, signal("a"), Impact.UNKNOWN);

    assertThat(store.signals(incident).get(0).isCrying()).isTrue();
  }
}
