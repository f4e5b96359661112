package org.honbu.incidents.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.honbu.incidents.internal.CareBench.AOI;
import static org.honbu.incidents.internal.CareBench.DANIEL;
import static org.honbu.incidents.internal.CareBench.EMMA;
import static org.honbu.incidents.internal.CareBench.ITSUKI;
import static org.honbu.incidents.internal.CareBench.MISAKI;
import static org.honbu.incidents.internal.CareBench.PAYMENT_API;
import static org.honbu.incidents.internal.CareBench.SAKURA;
import static org.honbu.incidents.internal.CareBench.TEN_MINUTES;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.honbu.incidents.ActivityHeard;
import org.honbu.incidents.CareQuestions.Asked;
import org.honbu.incidents.HandsOnNoticed;
import org.honbu.incidents.NoteTag;
import org.honbu.incidents.Outcome;
import org.honbu.incidents.Severity;
import org.honbu.incidents.Work;
import org.honbu.kernel.Actor;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.ProblemException;
import org.honbu.kernel.Words;
import org.junit.jupiter.api.Test;

/** Which signs make a commander be asked whether their own hands are at work (DOMAIN 2.7). */
class HandsOnTest {
  private static final Duration A_MINUTE = Duration.ofMinutes(1);
  private static final Duration A_MOMENT = Duration.ofSeconds(1);

  private final CareBench bench = new CareBench();

  @Test
  void operatingIsEnough() {
    IncidentId incident = bench.roomOfAoi();

    bench.activities.heard(bench.activity(AOI, Work.ROLLBACK, PAYMENT_API));

    assertThat(bench.isAsked(incident)).isTrue();
    assertThat(bench.told(HandsOnNoticed.class))
        .singleElement()
        .satisfies(noticed -> assertThat(noticed.epoch()).isEqualTo(2));
  }

  @Test
  void sayingSoIsEnough() {
    IncidentId incident = bench.roomOfAoi();

    assertThat(bench.care.handsAtWork(incident, AOI)).isInstanceOf(Outcome.Done.class);

    assertThat(bench.isAsked(incident)).isTrue();
  }

  @Test
  void givingThemselvesWorkIsEnoughAndOnlyOfTheCommander() {
    IncidentId incident = bench.roomOfAoi();

    bench.care.ownWork(incident, new Words("切り戻す", "roll back"), ITSUKI);
    assertThat(bench.isAsked(incident)).isFalse();
    bench.care.ownWork(incident, new Words("切り戻す", "roll back"), AOI);

    assertThat(bench.isAsked(incident)).isTrue();
  }

  @Test
  void onlyTheCommanderSaysSoOfThemselves() {
    IncidentId incident = bench.roomOfAoi();

    assertThat(bench.care.handsAtWork(incident, ITSUKI)).isInstanceOf(Outcome.NotAllowed.class);

    assertThat(bench.isAsked(incident)).isFalse();
  }

  @Test
  void oneNudgeIsNotEnoughAndTwoPeopleAre() {
    IncidentId incident = bench.roomOfAoi();

    bench.care.nudge(incident, ITSUKI);
    assertThat(bench.isAsked(incident)).isFalse();
    bench.care.nudge(incident, EMMA);

    assertThat(bench.isAsked(incident)).isTrue();
  }

  @Test
  void onePersonIsOneNudgeForTenMinutes() {
    IncidentId incident = bench.roomOfAoi();
    bench.care.nudge(incident, ITSUKI);

    bench.passes(TEN_MINUTES.minus(A_MOMENT));
    assertThat(bench.care.nudge(incident, ITSUKI)).isInstanceOf(Outcome.AlreadyDone.class);
    assertThat(nudges(incident)).isEqualTo(1);
    bench.passes(A_MOMENT);

    assertThat(bench.care.nudge(incident, ITSUKI)).isInstanceOf(Outcome.Done.class);
    assertThat(nudges(incident)).isEqualTo(2);
  }

  @Test
  void nothingTellsWhoNudged() {
    IncidentId incident = bench.roomOfAoi();
    List<?> before = bench.store.timeline(incident);

    bench.care.nudge(incident, ITSUKI);

    assertThat(bench.store.timeline(incident)).isEqualTo(before);
    assertThat(bench.careStore.presence(incident, ITSUKI)).isEmpty();
    assertThat(bench.store.all(Sign.class)).allSatisfy(sign -> assertThat(sign.work()).isEmpty());
  }

  @Test
  void commandersDoNotNudgeThemselves() {
    IncidentId incident = bench.roomOfAoi();

    assertThat(bench.care.nudge(incident, AOI)).isInstanceOf(Outcome.NotAllowed.class);
  }

  @Test
  void withoutARoomThereIsNobodyToNudge() {
    IncidentId incident = bench.declared(Kind.REAL);

    assertThat(bench.care.nudge(incident, ITSUKI)).isInstanceOf(Outcome.NotNow.class);
    assertThat(bench.care.handsAtWork(incident, AOI)).isInstanceOf(Outcome.NotNow.class);
  }

  @Test
  void oneFindingOfTheCommandersIsNotEnoughEvenWhenTimePasses() {
    IncidentId incident = bench.roomOfAoi();
    bench.notes.write(incident, NoteTag.FINDING, "the queue is full", AOI);

    bench.passes(TEN_MINUTES.minus(A_MOMENT));

    assertThat(bench.isAsked(incident)).isFalse();
  }

  @Test
  void twoFindingsAreEnoughOnceNothingWasCommandedForTenMinutes() {
    IncidentId incident = bench.roomOfAoi();
    bench.passes(A_MINUTE);
    bench.notes.write(incident, NoteTag.FINDING, "the queue is full", AOI);
    bench.notes.write(incident, NoteTag.EVIDENCE, "see the graph", AOI);
    assertThat(bench.isAsked(incident)).as("40 points").isFalse();
    assertThat(bench.watch(incident).weighAgainAt())
        .contains(bench.now().plus(TEN_MINUTES).minus(A_MINUTE));

    bench.passes(TEN_MINUTES.minus(A_MINUTE));

    assertThat(bench.isAsked(incident)).as("70 points").isTrue();
  }

  @Test
  void whoCommandsMeanwhileIsNotAsked() {
    IncidentId incident = bench.roomOfAoi();
    bench.passes(A_MINUTE);
    bench.notes.write(incident, NoteTag.FINDING, "the queue is full", AOI);
    bench.notes.write(incident, NoteTag.EVIDENCE, "see the graph", AOI);

    bench.notes.write(incident, NoteTag.DECISION, "we roll back", AOI);
    bench.passes(TEN_MINUTES.minus(A_MINUTE));

    assertThat(bench.isAsked(incident)).isFalse();
  }

  @Test
  void anActOfCommandThatNoTimelineTellsCountsToo() {
    IncidentId incident = bench.roomOfAoi();
    bench.passes(A_MINUTE);
    bench.care.nudge(incident, ITSUKI);

    bench.care.commanded(incident, AOI);
    bench.passes(TEN_MINUTES.minus(A_MINUTE));

    assertThat(bench.isAsked(incident)).isFalse();
  }

  @Test
  void aSignCountsForTenMinutes() {
    IncidentId incident = bench.roomOfAoi();
    bench.care.handsAtWork(incident, AOI);

    bench.passes(TEN_MINUTES);

    assertThat(bench.isAsked(incident)).isFalse();
  }

  @Test
  void anothersFindingsAndWorkSayNothingOfTheCommander() {
    IncidentId incident = bench.roomOfAoi();

    bench.notes.write(incident, NoteTag.FINDING, "one", ITSUKI);
    bench.notes.write(incident, NoteTag.FINDING, "two", ITSUKI);
    bench.activities.heard(bench.activity(ITSUKI, Work.DEPLOY, PAYMENT_API));

    assertThat(bench.store.all(Sign.class)).isEmpty();
    assertThat(bench.isAsked(incident)).isFalse();
  }

  @Test
  void theSignsOfOneTermAreNotTheNextCommanders() {
    IncidentId incident = bench.room(Kind.REAL);
    bench.care.handsAtWork(incident, MISAKI);

    bench.command.take(incident, AOI);

    assertThat(bench.isAsked(incident)).isFalse();
  }

  @Test
  void workOfBeforeTheTermThatIsToldLateIsNoSign() {
    IncidentId incident = bench.room(Kind.REAL);
    var before = bench.activity(AOI, Work.DEPLOY, PAYMENT_API);
    bench.passes(A_MINUTE);
    bench.command.take(incident, AOI);

    bench.activities.heard(before);

    assertThat(bench.lines(incident, "activity")).hasSize(1);
    assertThat(bench.store.all(Sign.class)).isEmpty();
  }

  @Test
  void anActingCommanderIsOnlyWarned() {
    IncidentId incident = bench.room(Kind.REAL);
    bench.care.handsAtWork(incident, MISAKI);

    assertThat(bench.asking.askAboutHands(incident)).isEqualTo(new Asked.Warned(MISAKI));

    assertThat(bench.watch(incident).open()).isEmpty();
    assertThat(bench.asking.askAboutHands(incident))
        .as("not again at once")
        .isEqualTo(new Asked.Nothing());
  }

  @Test
  void theFreeCommanderIsProposed() {
    IncidentId incident = bench.roomOfAoi();
    bench.care.handsAtWork(incident, AOI);

    assertThat(bench.asking.askAboutHands(incident))
        .isEqualTo(new Asked.Question(AOI, Optional.of(DANIEL), TEN_MINUTES));
  }

  @Test
  void whoCommandsAnotherLargeIncidentIsNotProposed() {
    IncidentId other = bench.room(Kind.REAL);
    bench.life.rating.rateByRule(other, Severity.SEV1, List.of(), Actor.honbu("rule"));
    bench.command.take(other, DANIEL);
    IncidentId incident = bench.roomOfAoi();
    bench.life.rating.rateByRule(incident, Severity.SEV1, List.of(), Actor.honbu("rule"));
    bench.asks(incident);

    assertThat(bench.watch(incident).couldTakeOver()).contains(SAKURA);
  }

  @Test
  void theDeputyIsProposedBeforeAnybodyElse() {
    IncidentId incident = bench.roomOfAoi();
    bench.deputies.appoint(incident, SAKURA, AOI);

    assertThat(bench.watch(incident).deputy()).contains(SAKURA);
    bench.asks(incident);
    assertThat(bench.watch(incident).couldTakeOver()).contains(SAKURA);
  }

  /** A commander is looked at every few minutes, and everybody’s hours in command are added up. */
  @Test
  void nobodyIsLookedForWhileNothingIsAsked() {
    IncidentId incident = bench.roomOfAoi();
    bench.deputies.appoint(incident, SAKURA, AOI);

    assertThat(bench.watch(incident).couldTakeOver()).isEmpty();
  }

  // --- work that other systems tell of

  @Test
  void workOnTheComponentStandsOnTheTimeline() {
    IncidentId incident = bench.roomOfAoi();

    var id = bench.activities.heard(bench.activity(ITSUKI, Work.ROLLBACK, PAYMENT_API));

    assertThat(bench.lines(incident, "activity"))
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.actor()).isEqualTo(new Actor.Integration("deploys"));
              assertThat(line.words().ja()).contains("ロールバック（payment-api）").contains("itsuki");
              assertThat(line.words().en()).contains("rollback (payment-api)").contains("itsuki");
            });
    assertThat(bench.told(ActivityHeard.class))
        .containsExactly(new ActivityHeard(incident, Kind.REAL, id, bench.now()));
  }

  @Test
  void workOfTheCommanderConcernsTheirIncidentWhateverItIsOn() {
    IncidentId incident = bench.roomOfAoi();

    bench.activities.heard(bench.activity(AOI, Work.SSH, "somewhere-else"));

    assertThat(bench.lines(incident, "activity")).hasSize(1);
    assertThat(bench.isAsked(incident)).isTrue();
  }

  @Test
  void whatConcernsNoIncidentIsKept() {
    IncidentId incident = bench.roomOfAoi();

    var id = bench.activities.heard(bench.activity(ITSUKI, Work.DEPLOY, "somewhere-else"));

    assertThat(bench.lines(incident, "activity")).isEmpty();
    assertThat(bench.careStore.activity(id).orElseThrow().view())
        .isEqualTo(bench.activity(ITSUKI, Work.DEPLOY, "somewhere-else"));
  }

  @Test
  void aDrillIsNotTroubledByRealWorkOnItsComponent() {
    IncidentId drill = bench.roomOfAoi(Kind.DRILL);

    bench.activities.heard(bench.activity(ITSUKI, Work.DEPLOY, PAYMENT_API));

    assertThat(bench.lines(drill, "activity")).isEmpty();
    assertThat(bench.told(ActivityHeard.class)).isEmpty();
  }

  @Test
  void anOverIncidentHearsNothing() {
    IncidentId incident = bench.roomOfAoi();
    bench.resolve(incident, AOI);

    bench.activities.heard(bench.activity(ITSUKI, Work.DEPLOY, PAYMENT_API));

    assertThat(bench.lines(incident, "activity")).isEmpty();
  }

  // --- notes

  @Test
  void aNoteIsThereForEverybodyAndSaysWhatItIs() {
    IncidentId incident = bench.roomOfAoi();

    bench.notes.write(incident, NoteTag.FINDING, " the queue is full ", ITSUKI);

    assertThat(bench.lines(incident, "note-finding"))
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.words().ja()).startsWith("わかったこと（").endsWith("：the queue is full");
              assertThat(line.words().en()).startsWith("Finding (").endsWith(": the queue is full");
            });
  }

  @Test
  void anEmptyOrEndlessNoteNamesItsField() {
    IncidentId incident = bench.roomOfAoi();

    assertThatProblem(() -> bench.notes.write(incident, NoteTag.NOTE, " ", ITSUKI))
        .isEqualTo("HB-3004");
    assertThatProblem(() -> bench.notes.write(incident, NoteTag.NOTE, "x".repeat(501), ITSUKI))
        .isEqualTo("HB-3004");
  }

  private long nudges(IncidentId incident) {
    return bench.careStore.signs(incident, 2).stream()
        .filter(sign -> sign.kind() == Sign.Kind.NUDGE)
        .count();
  }

  private static org.assertj.core.api.AbstractStringAssert<?> assertThatProblem(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
    return assertThat(
        org.assertj.core.api.Assertions.catchThrowableOfType(ProblemException.class, act)
            .problem()
            .code());
  }
}
