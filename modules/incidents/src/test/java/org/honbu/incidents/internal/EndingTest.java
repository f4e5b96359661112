package org.honbu.incidents.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.honbu.incidents.Impact;
import org.honbu.incidents.IncidentState;
import org.honbu.incidents.Outcome;
import org.honbu.incidents.PublicPhase;
import org.honbu.incidents.Room;
import org.honbu.incidents.Triage;
import org.honbu.kernel.Actor;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.ProblemException;
import org.junit.jupiter.api.Test;

/** From the verdict on a mitigation to the end, and false alarms. */
class EndingTest extends LifeStories {
  // ---- to the end

  @Test
  void anotherPersonVerifies() {
    IncidentId incident = roomCommandedBy(AOI);
    life.recovery.declareMitigated(incident, "rolled back", AOI);

    assertThat(life.recovery.verify(incident, AOI)).isInstanceOf(Outcome.NotAllowed.class);
    assertThat(record(incident).state()).isEqualTo(IncidentState.MITIGATED);
    assertThat(life.recovery.verify(incident, ITSUKI)).isInstanceOf(Outcome.Done.class);
    assertThat(record(incident).state()).isEqualTo(IncidentState.MONITORING);
  }

  @Test
  void resolvingEndsEveryDutyAndEmptiesTheRoom() {
    IncidentId incident = watchedRoomOf(AOI);
    command.takeAnnouncing(incident, YUMI);
    clock.pass(Duration.ofMinutes(30));

    assertThat(life.recovery.declareResolved(incident, "done", AOI))
        .isInstanceOf(Outcome.Done.class);

    assertThat(record(incident).state()).isEqualTo(IncidentState.RESOLVED);
    assertThat(record(incident).room()).isEqualTo(Room.CLOSED);
    assertThat(store.seat(incident)).isEmpty();
    assertThat(store.intervals(incident)).noneMatch(Interval::isOpen);
    assertThat(store.services(incident)).noneMatch(Service::isOpen);
  }

  /** ST-8, ST-9, A41. */
  @Test
  void whatWasResolvedWaitsForItsReviewBeforeItCloses() {
    IncidentId incident = resolved();
    life.reviewOwed = true;

    assertThat(life.ending.close(incident, RULE)).isInstanceOf(Outcome.NotNow.class);
    assertThat(record(incident).state()).isEqualTo(IncidentState.POSTMORTEM);
    assertThat(life.ending.close(incident, RULE)).isInstanceOf(Outcome.NotNow.class);
    assertThat(record(incident).state()).isEqualTo(IncidentState.POSTMORTEM);

    life.reviewOwed = false;
    assertThat(life.ending.close(incident, RULE)).isInstanceOf(Outcome.Done.class);
    assertThat(record(incident).state()).isEqualTo(IncidentState.CLOSED);
  }

  /** 2.11: a false alarm that is still to be looked at stays what it is. */
  @Test
  void aFalseAlarmWaitsForItsShortReviewAsAFalseAlarm() {
    IncidentId incident = declare("strange");
    life.triage.acknowledge(incident, MISAKI);
    life.triage.triage(incident, saying(Triage.Answer.FALSE_ALARM, null), MISAKI);
    life.ending.confirmFalseAlarm(incident, "test", ITSUKI);
    life.reviewOwed = true;

    assertThat(life.ending.close(incident, RULE)).isInstanceOf(Outcome.NotNow.class);
    assertThat(record(incident).state()).isEqualTo(IncidentState.FALSE_ALARM);

    life.reviewOwed = false;
    assertThat(life.ending.close(incident, RULE)).isInstanceOf(Outcome.Done.class);
  }

  @Test
  void anOpenIncidentIsNotClosedWhateverIsOwed() {
    IncidentId incident = declare("strange");
    life.reviewOwed = true;

    assertThatThrownBy(() -> life.ending.close(incident, RULE))
        .isInstanceOf(ProblemException.class);
  }

  @Test
  void onlyTheCommanderResolves() {
    IncidentId incident = watchedRoomOf(AOI);

    assertThat(life.recovery.declareResolved(incident, "done", ITSUKI))
        .isInstanceOf(Outcome.NotAllowed.class);
    assertThat(record(incident).state()).isEqualTo(IncidentState.MONITORING);
  }

  @Test
  void nothingIsResolvedWhileThePublicWaitsForTheEnd() {
    IncidentId incident = watchedRoomOf(AOI);
    life.noting.published(incident, PublicPhase.MONITORING, Actor.person(YUMI));

    assertThat(life.recovery.declareResolved(incident, "done", AOI))
        .isInstanceOf(Outcome.NotNow.class);
    life.noting.published(incident, PublicPhase.RESOLVED, Actor.person(YUMI));
    assertThat(life.recovery.declareResolved(incident, "done", AOI))
        .isInstanceOf(Outcome.Done.class);
  }

  @Test
  void anIllegalStepChangesNothing() {
    IncidentId incident = roomCommandedBy(AOI);
    int lines = types(incident).size();
    int facts = outbox.all.size();

    assertThatThrownBy(() -> life.recovery.declareResolved(incident, "done", AOI))
        .isInstanceOf(ProblemException.class);

    assertThat(record(incident).state()).isEqualTo(IncidentState.INVESTIGATING);
    assertThat(types(incident)).hasSize(lines);
    assertThat(outbox.all).hasSize(facts);
  }

  // ---- change of course

  @Test
  void aFalseAlarmNeedsASecondPerson() {
    IncidentId incident = declare("strange");
    life.triage.acknowledge(incident, MISAKI);
    assertThat(life.ending.confirmFalseAlarm(incident, "test", ITSUKI))
        .isInstanceOf(Outcome.NotNow.class);
    life.triage.triage(incident, saying(Triage.Answer.FALSE_ALARM, null), MISAKI);

    assertThat(life.ending.confirmFalseAlarm(incident, "test", MISAKI))
        .isInstanceOf(Outcome.NotAllowed.class);
    assertThat(life.ending.confirmFalseAlarm(incident, "test", ITSUKI))
        .isInstanceOf(Outcome.Done.class);
    assertThat(record(incident).state()).isEqualTo(IncidentState.FALSE_ALARM);
  }

  @Test
  void aFalseAlarmConfirmsItselfOnlyWhenItsSignalsHaveCleared() {
    IncidentId incident = declare("strange");
    life.declaring.attachSignal(incident, signal("a"), Impact.UNKNOWN);
    life.triage.acknowledge(incident, MISAKI);

    assertThat(life.ending.confirmFalseAlarmCleared(incident, RULE))
        .isInstanceOf(Outcome.NotNow.class);
    life.declaring.clearSignal(incident, "a", clock.instant());
    assertThat(life.ending.confirmFalseAlarmCleared(incident, RULE))
        .isInstanceOf(Outcome.Done.class);
  }

  /** TP-4b: users who were told of it hear first that there was nothing. */
  @Test
  void noFalseAlarmEndsWhileThePublicWaitsToHearThatThereWasNothing() {
    IncidentId incident = declare("strange");
    life.declaring.attachSignal(incident, signal("a"), Impact.UNKNOWN);
    life.triage.acknowledge(incident, MISAKI);
    life.triage.triage(incident, saying(Triage.Answer.FALSE_ALARM, null), MISAKI);
    life.declaring.clearSignal(incident, "a", clock.instant());
    life.noting.published(incident, PublicPhase.INVESTIGATING, Actor.person(YUMI));

    assertThat(life.ending.confirmFalseAlarm(incident, "test", ITSUKI))
        .isInstanceOfSatisfying(
            Outcome.NotNow.class, no -> assertThat(no.why().en()).contains("“no impact” first"));
    assertThat(life.ending.confirmFalseAlarmCleared(incident, RULE))
        .isInstanceOf(Outcome.NotNow.class);
    life.noting.published(incident, PublicPhase.RESOLVED, Actor.person(YUMI));

    assertThat(life.ending.confirmFalseAlarm(incident, "test", ITSUKI))
        .isInstanceOf(Outcome.Done.class);
  }
}
