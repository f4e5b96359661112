package org.honbu.incidents.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.honbu.incidents.internal.CareBench.AOI;
import static org.honbu.incidents.internal.CareBench.ITSUKI;
import static org.honbu.incidents.internal.CareBench.MISAKI;
import static org.honbu.incidents.internal.CareBench.PAYMENT_API;
import static org.honbu.incidents.internal.CareBench.SAKURA;
import static org.honbu.incidents.internal.CareBench.TEN_MINUTES;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.honbu.incidents.CareAnswer;
import org.honbu.incidents.CareQuestion.Why;
import org.honbu.incidents.CareQuestions.Asked;
import org.honbu.incidents.CareQuestions.Drawn;
import org.honbu.incidents.HandoverReason;
import org.honbu.incidents.HandsOnNoticed;
import org.honbu.incidents.NoteTag;
import org.honbu.incidents.Outcome;
import org.honbu.incidents.Work;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.ProblemException;
import org.honbu.kernel.Words;
import org.honbu.workflow.Facts;
import org.honbu.workflow.HumanTask;
import org.honbu.workflow.TaskRule.Verdict;
import org.junit.jupiter.api.Test;

/** What a commander is asked, what they answer, and how they are seen. */
class CommanderCareTest {
  private static final Duration A_MINUTE = Duration.ofMinutes(1);

  private final CareBench bench = new CareBench();

  // --- passing

  @Test
  void passingAsksTheOtherPersonAndLeavesCommandWhereItIs() {
    IncidentId incident = bench.roomWhereAoiIsAsked();

    assertThat(answer(incident, new CareAnswer.Pass(SAKURA, ""))).isInstanceOf(Outcome.Done.class);

    Handover running = bench.store.running(incident).orElseThrow();
    assertThat(running.asked()).contains(SAKURA);
    assertThat(running.reason()).isEqualTo(HandoverReason.HANDS_ON);
    assertThat(bench.watch(incident).commander()).isEqualTo(AOI);
    assertThat(bench.isOpen(incident, Why.HANDS_ON)).isFalse();
  }

  @Test
  void somebodyWhoCannotCommandIsNotPassedToAndTheQuestionStays() {
    IncidentId incident = bench.roomWhereAoiIsAsked();

    assertThat(answer(incident, new CareAnswer.Pass(ITSUKI, "")))
        .isInstanceOf(Outcome.NotAllowed.class);

    assertThat(bench.isOpen(incident, Why.HANDS_ON)).isTrue();
  }

  @Test
  void passingByAnotherDoorAnswersWhatIsAsked() {
    IncidentId incident = bench.roomWhereAoiIsAsked();
    bench.asking.askWhetherTired(incident);

    assertThat(bench.asking.passed(incident, AOI))
        .containsExactlyInAnyOrder(Why.HANDS_ON, Why.FATIGUE);

    assertThat(bench.watch(incident).open()).isEmpty();
    assertThat(bench.asking.passed(incident, AOI)).isEmpty();
  }

  @Test
  void passingToAnybodyLeavesNoOlderAnswerBehind() {
    IncidentId incident = bench.roomWhereAoiIsAsked();
    answer(incident, new CareAnswer.Delegate(ITSUKI, "roll back"));
    bench.passes(TEN_MINUTES);
    bench.care.handsAtWork(incident, AOI);
    bench.asking.askAboutHands(incident);

    bench.asking.passed(incident, AOI);

    assertThat(bench.asking.lastAnswer(incident)).isEmpty();
  }

  @Test
  void whoeverTakesCommandFromThemAnswersNothingForThem() {
    IncidentId incident = bench.roomWhereAoiIsAsked();

    assertThat(bench.asking.passed(incident, SAKURA)).isEmpty();

    assertThat(bench.isOpen(incident, Why.HANDS_ON)).isTrue();
  }

  // --- giving the work away

  @Test
  void givingWorkAwayIsAnActOfCommandAndStandsOnTheTimeline() {
    IncidentId incident = bench.roomWhereAoiIsAsked();

    assertThat(answer(incident, new CareAnswer.Delegate(ITSUKI, "roll back")))
        .isInstanceOf(Outcome.Done.class);

    assertThat(bench.lines(incident, "delegated"))
        .singleElement()
        .satisfies(
            line -> assertThat(line.words().en()).isEqualTo(said("{0} asked {1} to do this")));
    assertThat(bench.asking.lastAnswer(incident))
        .contains(new CareAnswer.Delegate(ITSUKI, "roll back"));
  }

  private static String said(String sentence) {
    return sentence.replace("{0}", "aoi").replace("{1}", "itsuki") + ": roll back";
  }

  @Test
  void workIsGivenToSomebodyElseWhoExistsAndIsNamed() {
    IncidentId incident = bench.roomWhereAoiIsAsked();

    assertThat(answer(incident, new CareAnswer.Delegate(AOI, "roll back")))
        .isInstanceOf(Outcome.NotAllowed.class);
    assertThat(answer(incident, new CareAnswer.Delegate(new PersonId("nobody"), "roll back")))
        .isInstanceOf(Outcome.NotAllowed.class);
    assertThatThrownBy(() -> answer(incident, new CareAnswer.Delegate(ITSUKI, "")))
        .isInstanceOfSatisfying(
            ProblemException.class, refusal -> assertThat(refusal.field()).contains("reason"));

    assertThat(bench.isOpen(incident, Why.HANDS_ON)).isTrue();
    assertThat(bench.lines(incident, "delegated")).isEmpty();
  }

  // --- going on

  @Test
  void whoGoesOnSaysWhyAndIsAskedAgainThoughNothingNewHappened() {
    IncidentId incident = bench.roomWhereAoiIsAsked();

    assertThatThrownBy(() -> answer(incident, new CareAnswer.GoOn("  ")))
        .isInstanceOf(ProblemException.class);
    answer(incident, new CareAnswer.GoOn("one minute more"));

    assertThat(bench.isAsked(incident)).isFalse();
    bench.passes(TEN_MINUTES.minusSeconds(1));
    assertThat(bench.isAsked(incident)).isFalse();
    bench.passes(Duration.ofSeconds(1));
    assertThat(bench.isAsked(incident)).isTrue();
  }

  @Test
  void whoWasAskedIsLeftInPeaceWhateverSignsCome() {
    IncidentId incident = bench.roomWhereAoiIsAsked();
    answer(incident, new CareAnswer.Delegate(ITSUKI, "roll back"));

    bench.passes(TEN_MINUTES.minusSeconds(1));
    bench.care.handsAtWork(incident, AOI);
    assertThat(bench.isAsked(incident)).isFalse();
    bench.passes(Duration.ofSeconds(1));

    assertThat(bench.isAsked(incident)).isTrue();
  }

  @Test
  void aQuestionThatNobodyAnsweredIsPutAgainOnlyWhenTheSignsGoOn() {
    IncidentId incident = bench.roomWhereAoiIsAsked();

    bench.passes(TEN_MINUTES);
    assertThat(bench.isAsked(incident)).as("the sign is old").isFalse();
    assertThat(bench.isOpen(incident, Why.HANDS_ON)).as("it was let go").isFalse();
    bench.care.handsAtWork(incident, AOI);

    assertThat(bench.isAsked(incident)).isTrue();
  }

  @Test
  void whileItIsOpenNothingIsAskedTwice() {
    IncidentId incident = bench.roomWhereAoiIsAsked();
    bench.care.nudge(incident, ITSUKI);

    assertThat(bench.isAsked(incident)).isFalse();
    assertThat(bench.watch(incident).open()).hasSize(1);
  }

  @Test
  void onlyTheCommanderAnswersAndOnlyOnce() {
    IncidentId incident = bench.roomWhereAoiIsAsked();

    assertThat(bench.asking.answer(incident, Why.HANDS_ON, new CareAnswer.GoOn("x"), ITSUKI))
        .isInstanceOf(Outcome.NotAllowed.class);
    answer(incident, new CareAnswer.GoOn("one minute more"));
    assertThat(answer(incident, new CareAnswer.GoOn("again")))
        .isInstanceOf(Outcome.AlreadyDone.class);

    assertThat(bench.asking.lastAnswer(incident)).contains(new CareAnswer.GoOn("one minute more"));
  }

  @Test
  void neitherQuestionNorAnswerStandsOnTheTimeline() {
    IncidentId incident = bench.roomOfAoi();
    var before = bench.store.timeline(incident);
    bench.care.handsAtWork(incident, AOI);
    bench.asking.askAboutHands(incident);

    answer(incident, new CareAnswer.GoOn("one minute more"));

    assertThat(bench.store.timeline(incident)).isEqualTo(before);
  }

  // --- tired

  @Test
  void whoIsTiredNeedsNoReasonToGoOn() {
    IncidentId incident = bench.roomOfAoi();

    assertThat(bench.asking.askWhetherTired(incident)).isInstanceOf(Asked.Question.class);
    Outcome answered = bench.asking.answer(incident, Why.FATIGUE, new CareAnswer.GoOn(""), AOI);

    assertThat(answered).isInstanceOf(Outcome.Done.class);
    assertThat(bench.isOpen(incident, Why.FATIGUE)).isFalse();
  }

  @Test
  void askingAgainReplacesTheOldQuestion() {
    IncidentId incident = bench.roomOfAoi();
    bench.asking.askWhetherTired(incident);

    bench.asking.askWhetherTired(incident);

    assertThat(bench.watch(incident).open()).hasSize(1);
    bench.asking.letGo(incident, Why.FATIGUE);
    assertThat(bench.watch(incident).open()).isEmpty();
  }

  // --- weighing again

  @Test
  void timeAloneAnnouncesThatThereIsSomethingToAsk() {
    IncidentId incident = bench.roomOfAoi();
    bench.passes(A_MINUTE);
    bench.notes.write(incident, NoteTag.FINDING, "one", AOI);
    bench.notes.write(incident, NoteTag.FINDING, "two", AOI);
    int before = bench.told(HandsOnNoticed.class).size();

    bench.care.weighAgain(incident);
    assertThat(bench.told(HandsOnNoticed.class)).as("not heavy enough").hasSize(before);
    bench.passes(TEN_MINUTES.minus(A_MINUTE));
    bench.care.weighAgain(incident);

    assertThat(bench.told(HandsOnNoticed.class)).hasSize(before + 1);
  }

  @Test
  void aQuestionWhoseTaskWasLostIsPutAgainAtOnce() {
    IncidentId incident = bench.roomWhereAoiIsAsked();

    bench.asking.askAgain(incident);

    assertThat(bench.isAsked(incident)).isTrue();
  }

  // --- what drew them in

  @Test
  void whoPassedIsOfferedTheWorkTheyWereDrawnTo() {
    IncidentId incident = bench.roomOfAoi();
    bench.activities.heard(bench.activity(AOI, Work.ROLLBACK, PAYMENT_API));
    bench.asking.askAboutHands(incident);
    assertThat(bench.asking.drawnBefore(incident)).as("Misaki was not drawn").isEmpty();

    bench.passesTo(incident, SAKURA);

    assertThat(bench.asking.drawnBefore(incident))
        .contains(new Drawn(AOI, new Words("ロールバック（payment-api）", "rollback (payment-api)")));
    assertThat(bench.asking.lastAnswer(incident)).as("Sakura was asked nothing").isEmpty();
  }

  @Test
  void withoutASignThatTellsWhatItWasItIsJustTheirWork() {
    IncidentId incident = bench.roomWhereAoiIsAsked();

    bench.passesTo(incident, SAKURA);

    assertThat(bench.asking.drawnBefore(incident).orElseThrow().work().en())
        .isEqualTo("what you were working on");
  }

  @Test
  void whoWasNotAskedIsOfferedNothing() {
    IncidentId incident = bench.roomOfAoi();

    bench.passesTo(incident, SAKURA);

    assertThat(bench.asking.drawnBefore(incident)).isEmpty();
  }

  @Test
  void anActingCommanderWhoIsConfirmedIsOfferedNothing() {
    IncidentId incident = bench.room(Kind.REAL);
    bench.care.handsAtWork(incident, MISAKI);
    bench.asking.askAboutHands(incident);

    bench.command.confirmActing(incident, org.honbu.kernel.Actor.honbu("rule"));

    assertThat(bench.asking.drawnBefore(incident)).isEmpty();
  }

  // --- presence

  @Test
  void onlyTheCommanderIsSeenAndOnlyTheLastTimeIsKept() {
    IncidentId incident = bench.roomOfAoi();

    bench.care.seen(incident, ITSUKI);
    bench.care.seen(incident, AOI);
    bench.passes(A_MINUTE);
    bench.care.seen(incident, AOI);

    assertThat(bench.store.all(Presence.class)).hasSize(1);
    assertThat(bench.watch(incident).lastSeen()).isEqualTo(bench.now());
  }

  @Test
  void everyActOfTheirsIsASignOfThem() {
    IncidentId incident = bench.roomOfAoi();
    bench.passes(A_MINUTE);
    bench.notes.write(incident, NoteTag.UPDATE, "still looking", AOI);

    assertThat(bench.watch(incident).lastSeen()).isEqualTo(bench.now());
  }

  @Test
  void whatTheyDidBeforeTheirTermIsNoSign() {
    IncidentId incident = bench.room(Kind.REAL);
    bench.notes.write(incident, NoteTag.NOTE, "hello", AOI);
    bench.passes(A_MINUTE);
    Instant taken = bench.now();
    bench.command.take(incident, AOI);
    bench.passes(A_MINUTE);

    assertThat(bench.watch(incident).lastSeen()).isEqualTo(taken);
    assertThat(bench.watch(incident).since()).isEqualTo(taken);
  }

  @Test
  void withoutARoomNobodyIsWatched() {
    IncidentId incident = bench.roomOfAoi();
    bench.resolve(incident, AOI);

    assertThat(bench.care.watch(incident)).isEmpty();
    assertThat(bench.asking.askAboutHands(incident)).isEqualTo(new Asked.Nothing());
    assertThat(bench.asking.askWhetherTired(incident)).isEqualTo(new Asked.Nothing());
    bench.care.seen(incident, AOI);
    bench.care.weighAgain(incident);
    bench.asking.letGo(incident, Why.FATIGUE);
    assertThat(bench.store.all(Presence.class)).isEmpty();
  }

  // --- Tasklist

  @Test
  void theTaskIsTheCommandersAlone() {
    IncidentId incident = bench.roomWhereAoiIsAsked();
    HumanTask task = task(incident, CareTasks.HANDS_ON);

    assertThat(bench.tasks.mayHold(task, AOI)).isEqualTo(Verdict.yes());
    assertThat(bench.tasks.mayHold(task, SAKURA)).isNotEqualTo(Verdict.yes());
    assertThat(bench.tasks.released(task, AOI)).isNotEqualTo(Verdict.yes());
  }

  @Test
  void theFormIsTheAnswer() {
    IncidentId incident = bench.roomWhereAoiIsAsked();
    HumanTask task = task(incident, CareTasks.HANDS_ON);

    Verdict verdict =
        bench.tasks.completed(
            task, AOI, Facts.of("choice", "PASS").and("to", "sakura").and("reason", " tired "));

    assertThat(verdict).isEqualTo(Verdict.yes());
    assertThat(bench.asking.lastAnswer(incident)).contains(new CareAnswer.Pass(SAKURA, "tired"));
  }

  @Test
  void theFormOfTheOtherQuestionAnswersTheOtherQuestion() {
    IncidentId incident = bench.roomWhereAoiIsAsked();
    bench.asking.askWhetherTired(incident);

    bench.tasks.completed(
        task(incident, CareTasks.REST_OR_GO_ON), AOI, Facts.of("choice", "GO_ON"));

    assertThat(bench.isOpen(incident, Why.FATIGUE)).isFalse();
    assertThat(bench.isOpen(incident, Why.HANDS_ON)).isTrue();
  }

  @Test
  void aFormWithoutAChoiceOrANameSaysWhichFieldIsMissing() {
    IncidentId incident = bench.roomWhereAoiIsAsked();
    HumanTask task = task(incident, CareTasks.HANDS_ON);

    assertThat(missing(task, Facts.none())).contains("choice");
    assertThat(missing(task, Facts.of("choice", "PASS"))).contains("to");
    assertThat(missing(task, Facts.of("choice", "GO_ON"))).contains("reason");
  }

  private Optional<String> missing(HumanTask task, Facts form) {
    return org.assertj.core.api.Assertions.catchThrowableOfType(
            ProblemException.class, () -> bench.tasks.completed(task, AOI, form))
        .field();
  }

  @Test
  void bothQuestionsHaveATaskOfTheirOwn() {
    assertThat(bench.tasks.steps())
        .isEqualTo(Set.of(CareTasks.step(Why.HANDS_ON), CareTasks.step(Why.FATIGUE)));
  }

  private Outcome answer(IncidentId incident, CareAnswer answer) {
    return bench.asking.answer(incident, Why.HANDS_ON, answer, AOI);
  }

  private static HumanTask task(IncidentId incident, String step) {
    return new HumanTask(
        "task-1",
        step,
        "",
        "HandsOnPrompt",
        incident,
        Optional.empty(),
        Set.of(),
        Set.of(),
        Instant.EPOCH,
        Optional.empty(),
        Facts.none());
  }
}
