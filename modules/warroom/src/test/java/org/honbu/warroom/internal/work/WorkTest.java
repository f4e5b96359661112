package org.honbu.warroom.internal.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.honbu.warroom.internal.work.Bench.AOI;
import static org.honbu.warroom.internal.work.Bench.EMMA;
import static org.honbu.warroom.internal.work.Bench.HINA;
import static org.honbu.warroom.internal.work.Bench.INCIDENT;
import static org.honbu.warroom.internal.work.Bench.KEN;
import static org.honbu.warroom.internal.work.Bench.RIKU;
import static org.honbu.warroom.internal.work.Bench.SAKURA;
import static org.honbu.warroom.internal.work.Bench.YUMI;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.honbu.incidents.CareAnswer;
import org.honbu.incidents.IncidentMoved;
import org.honbu.incidents.IncidentState;
import org.honbu.incidents.Outcome;
import org.honbu.incidents.Severity;
import org.honbu.incidents.Standing;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.ProblemException;
import org.honbu.warroom.Assignment;
import org.honbu.warroom.Assignment.Answered;
import org.honbu.warroom.Assignment.State;
import org.honbu.warroom.CallWish;
import org.honbu.warroom.FocusShield;
import org.honbu.warroom.GiveOutcome;
import org.honbu.warroom.Stance;
import org.honbu.warroom.Topic;
import org.honbu.warroom.VolunteerCall;
import org.honbu.warroom.WorkKind;
import org.honbu.warroom.WorkMoved;
import org.honbu.warroom.WorkReport;
import org.honbu.warroom.WorkTaken;
import org.honbu.warroom.WorkWish;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gives work to whom, who takes it, who is free, and who is left alone. */
class WorkTest {
  private static final WorkReport FOUND =
      new WorkReport("タイムアウトは payment-api から", "ログを見た", "", Answered.FOUND, "");
  private static final Duration TEN = Duration.ofMinutes(10);

  private final Bench bench = new Bench();

  // ---- giving

  @Test
  void workHasOneNamedOwnerATimeBoxAndALineOfItsOwn() {
    int number = bench.gives(RIKU);

    assertThat(bench.row(number).view())
        .satisfies(
            work -> {
              assertThat(work.owner()).isEqualTo(RIKU);
              assertThat(work.state()).isEqualTo(State.PROPOSED);
              assertThat(work.box()).isEqualTo(TEN);
              assertThat(work.endsAt()).isEmpty();
            });
    assertThat(bench.types).containsExactly("work-given");
    assertThat(bench.lines.get(0)).contains("riku さんに頼みました：#1", "riku is asked to do #1");
    assertThat(bench.facts).hasOnlyElementsOfType(WorkMoved.class).hasSize(1);
  }

  /** DOMAIN 2.7: 仕事を任せる. */
  @Test
  void whatTheCommanderGivesAwayInsteadOfDoingItIsSomebodysWork() {
    bench.said = Optional.of(new CareAnswer.Delegate(RIKU, "切り戻しの実行"));

    bench.followTheAnswer();

    Assignment work = bench.row(1).view();
    assertThat(work.owner()).isEqualTo(RIKU);
    assertThat(work.outcome()).isEqualTo("切り戻しの実行");
    assertThat(work.kind()).isEqualTo(WorkKind.OPERATE);
    assertThat(work.state()).isEqualTo(State.PROPOSED);
    assertThat(bench.facts).hasOnlyElementsOfType(WorkMoved.class).hasSize(1);
  }

  @Test
  void whoMayNotDoItIsNotAskedAndTheCommanderHearsWhy() {
    bench.said = Optional.of(new CareAnswer.Delegate(EMMA, "切り戻しの実行"));

    bench.followTheAnswer();

    assertThat(bench.store.work(INCIDENT)).isEmpty();
    assertThat(bench.whispers).extracting(line -> line.to()).containsExactly(AOI);
  }

  @Test
  void whoGoesOnGivesNobodyWork() {
    bench.said = Optional.of(new CareAnswer.GoOn("one minute"));

    bench.followTheAnswer();

    assertThat(bench.store.work(INCIDENT)).isEmpty();
    assertThat(bench.whispers).isEmpty();
  }

  @Test
  void onlyWhoCommandsGivesWorkAndARefusalStandsOnTheTimeline() {
    GiveOutcome outcome = gives(WorkKind.WATCH, HINA, false, RIKU);

    assertThat(outcome).isInstanceOf(GiveOutcome.NotAllowed.class);
    assertThat(bench.types).containsExactly("refused");
    assertThat(bench.store.work(INCIDENT)).isEmpty();
  }

  @Test
  void whoOnlyActsAsCommanderGivesWorkToo() {
    bench.seat = Bench.seatOf(RIKU, Standing.ACTING);

    assertThat(gives(WorkKind.WATCH, HINA, false, RIKU)).isInstanceOf(GiveOutcome.Given.class);
  }

  @Test
  void withoutARoomThereIsNothingToGive() {
    bench.seat = Optional.empty();

    assertThat(gives(WorkKind.WATCH, HINA, false, AOI)).isInstanceOf(GiveOutcome.NotNow.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ghost", "ken", "emma"})
  void nobodyUnknownAndNobodyWhoIsNotThereOrLooksOnIsGivenWork(String owner) {
    bench.comes(EMMA, Stance.OBSERVE, "");

    assertThat(gives(WorkKind.WATCH, new PersonId(owner), false, AOI))
        .isInstanceOf(GiveOutcome.NotAllowed.class);
    assertThat(bench.store.work(INCIDENT)).isEmpty();
  }

  @Test
  void whoCameToHelpIsGivenWorkWhateverTheirRole() {
    bench.comes(KEN, Stance.HAVE_CONTEXT, "決済代行の窓口");

    assertThat(gives(WorkKind.WATCH, KEN, false, AOI)).isInstanceOf(GiveOutcome.Given.class);
  }

  @ParameterizedTest
  @EnumSource(
      value = WorkKind.class,
      names = {"INVESTIGATE", "OPERATE"})
  void aCommanderWhoWantsToDoItThemselvesIsAskedFirstAndItIsASign(WorkKind kind) {
    assertThat(gives(kind, AOI, false, AOI)).isInstanceOf(GiveOutcome.Asks.class);
    assertThat(bench.store.work(INCIDENT)).isEmpty();
    assertThat(bench.ownWork).isEmpty();

    assertThat(gives(kind, AOI, true, AOI)).isInstanceOf(GiveOutcome.Given.class);
    assertThat(bench.ownWork).hasSize(1);
  }

  @Test
  void whoOnlyActsIsNotAskedAndItIsASignAllTheSame() {
    bench.seat = Bench.seatOf(AOI, Standing.ACTING);

    assertThat(gives(WorkKind.OPERATE, AOI, false, AOI)).isInstanceOf(GiveOutcome.Given.class);
    assertThat(bench.ownWork).hasSize(1);
  }

  @Test
  void recordingOrCoordinatingIsNoMatterOfHands() {
    assertThat(gives(WorkKind.RECORD, AOI, false, AOI)).isInstanceOf(GiveOutcome.Given.class);
    assertThat(bench.ownWork).isEmpty();
  }

  @Test
  void workWithoutAnOutcomeOrWithABoxThatIsTooShortIsNamedByItsField() {
    var blank = new WorkWish(WorkKind.WATCH, " ", RIKU, TEN);
    var hasty = new WorkWish(WorkKind.WATCH, "見張る", RIKU, Duration.ofMinutes(2));

    assertThatThrownBy(() -> bench.delegation.give(INCIDENT, blank, false, AOI))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("HB-8020")
        .hasMessageContaining("outcome");
    assertThatThrownBy(() -> bench.delegation.give(INCIDENT, hasty, false, AOI))
        .hasMessageContaining("HB-8025")
        .hasMessageContaining("minutes");
  }

  @Test
  void theSameWorkGoesToAnotherAndTheFirstIsFree() {
    int first = bench.gives(RIKU);

    GiveOutcome second = bench.delegation.passTo(INCIDENT, first, HINA, false, AOI);

    assertThat(second).isEqualTo(new GiveOutcome.Given(2));
    assertThat(bench.state(first)).isEqualTo(State.CANCELLED);
    assertThat(bench.row(2).owner()).isEqualTo(HINA);
    assertThat(bench.row(2).outcome()).isEqualTo(bench.row(1).outcome());
    assertThat(bench.delegation.passTo(INCIDENT, first, SAKURA, false, AOI))
        .isInstanceOf(GiveOutcome.NotNow.class);
    assertThat(bench.delegation.passTo(INCIDENT, 2, HINA, false, AOI))
        .isInstanceOf(GiveOutcome.NotNow.class);
  }

  private GiveOutcome gives(WorkKind kind, PersonId owner, boolean anyway, PersonId by) {
    return bench.delegation.give(INCIDENT, Bench.wish(kind, owner), anyway, by);
  }

  // ---- the owner

  @Test
  void whoAcceptsMaySayHowLongTheyNeed() {
    int number = bench.gives(RIKU);
    bench.facts.clear();

    Outcome outcome =
        bench.delegation.accept(
            INCIDENT, number, "まず 03:00 以降", Optional.of(Duration.ofMinutes(20)), RIKU);

    assertThat(outcome).isEqualTo(Outcome.done());
    assertThat(bench.row(number).endsAt()).contains(bench.book.now().plus(Duration.ofMinutes(20)));
    assertThat(bench.lines.get(1)).contains("まず 03:00 以降");
    assertThat(bench.facts)
        .filteredOn(WorkTaken.class::isInstance)
        .as("the room hears that they are there")
        .containsExactly(new WorkTaken(INCIDENT, Kind.REAL, RIKU, bench.book.now()));
    assertThat(bench.delegation.accept(INCIDENT, number, "", Optional.empty(), RIKU))
        .isInstanceOf(Outcome.AlreadyDone.class);
  }

  @Test
  void nobodyAnswersForAnother() {
    int number = bench.gives(RIKU);

    assertThat(bench.delegation.accept(INCIDENT, number, "", Optional.empty(), HINA))
        .isInstanceOf(Outcome.NotAllowed.class);
    assertThat(bench.delegation.decline(INCIDENT, number, AOI))
        .isInstanceOf(Outcome.NotAllowed.class);
    assertThat(bench.delegation.report(INCIDENT, number, FOUND, HINA))
        .isInstanceOf(Outcome.NotAllowed.class);
  }

  @Test
  void sayingNoIsToldToTheCommanderAtOnceAndStandsOnNoListOfThePerson() {
    bench.comes(KEN, Stance.FREE, "");
    int number = bench.gives(RIKU);

    assertThat(bench.delegation.decline(INCIDENT, number, RIKU)).isEqualTo(Outcome.done());

    assertThat(bench.state(number)).isEqualTo(State.DECLINED);
    assertThat(bench.whisperedTo()).containsExactly("aoi");
    assertThat(bench.lastWhisper()).contains("riku cannot take", "ken could be next");
    assertThat(bench.types).endsWith("work-declined");
    assertThat(bench.lines.get(1)).doesNotContain("riku");
    assertThat(bench.delegation.decline(INCIDENT, number, RIKU))
        .isInstanceOf(Outcome.AlreadyDone.class);
  }

  @Test
  void whoHasAcceptedReportsRatherThanDeclines() {
    int number = accepted(RIKU);

    assertThat(bench.delegation.decline(INCIDENT, number, RIKU)).isInstanceOf(Outcome.NotNow.class);
  }

  @Test
  void aReportIsConditionsActionsNeedsAndUnknownIsOne() {
    int number = accepted(RIKU);

    bench.delegation.report(
        INCIDENT, number, new WorkReport("まだ見えない", "ログを見た", "DB の人", Answered.UNKNOWN, ""), RIKU);

    assertThat(bench.state(number)).isEqualTo(State.REPORTED);
    assertThat(bench.lines.get(2)).contains("わからない", "まだ見えない", "ログを見た", "DB の人");
    assertThat(bench.delegation.report(INCIDENT, number, FOUND, RIKU))
        .isInstanceOf(Outcome.AlreadyDone.class);
  }

  @Test
  void aReportWithoutActionsIsNamedByItsFieldAndOneBeforeTheAnswerIsTooEarly() {
    int number = bench.gives(RIKU);

    assertThatThrownBy(
            () ->
                bench.delegation.report(
                    INCIDENT, number, new WorkReport("x", "", "", Answered.FOUND, ""), RIKU))
        .hasMessageContaining("actions");
    assertThat(bench.delegation.report(INCIDENT, number, FOUND, RIKU))
        .isInstanceOf(Outcome.NotNow.class);
  }

  @Test
  void twoPiecesAtOnceAreAWordToTheCommander() {
    accepted(RIKU);
    assertThat(bench.whispers).isEmpty();

    accepted(RIKU);

    assertThat(bench.whisperedTo()).containsExactly("aoi");
    assertThat(bench.lastWhisper()).contains("riku has 2 pieces of work");
  }

  @Test
  void aNumberThatWasNeverGivenIsSaidSo() {
    assertThatThrownBy(() -> bench.delegation.decline(INCIDENT, 7, RIKU))
        .satisfies(thrown -> assertThat(Bench.codeOf(thrown)).isEqualTo("HB-8021"));
  }

  private int accepted(PersonId owner) {
    int number = bench.gives(owner);
    bench.delegation.accept(INCIDENT, number, "", Optional.empty(), owner);
    return number;
  }

  // ---- the time box

  @Test
  void theCommanderAndTheDeputyKeepTheTimeAndNobodyElse() {
    int number = accepted(RIKU);
    bench.deputy = Optional.of(SAKURA);

    assertThat(bench.delegation.moreTime(INCIDENT, number, TEN, SAKURA)).isEqualTo(Outcome.done());
    assertThat(bench.delegation.askForReport(INCIDENT, number, AOI)).isEqualTo(Outcome.done());
    assertThat(bench.delegation.moreTime(INCIDENT, number, TEN, RIKU))
        .isInstanceOf(Outcome.NotAllowed.class);
    assertThat(bench.row(number).endsAt()).contains(bench.book.now().plus(TEN).plus(TEN));
    assertThat(bench.whisperedTo()).containsExactly("riku", "riku");
  }

  @Test
  void whoIsAskedWhenTimeIsUpHasThreeMinutesToReport() {
    int number = accepted(RIKU);
    bench.passes(Duration.ofMinutes(15));

    bench.delegation.askForReport(INCIDENT, number, AOI);

    assertThat(bench.row(number).endsAt()).contains(bench.book.now().plus(BoxActs.TO_REPORT));
  }

  @Test
  void whatIsStoppedIsOverAndItsOwnerIsThanked() {
    int number = accepted(RIKU);

    assertThat(bench.delegation.stop(INCIDENT, number, AOI)).isEqualTo(Outcome.done());

    assertThat(bench.state(number)).isEqualTo(State.CANCELLED);
    assertThat(bench.lastWhisper()).contains("Thank you");
    assertThat(bench.delegation.report(INCIDENT, number, FOUND, RIKU))
        .isInstanceOf(Outcome.NotNow.class);
    assertThat(bench.delegation.moreTime(INCIDENT, number, TEN, AOI))
        .isInstanceOf(Outcome.NotNow.class);
  }

  // ---- who is free

  @Test
  void oneCallRunsAtATimeAndWhoAnswersIsInTheRoom() {
    asks();

    assertThat(bench.calls.ask(INCIDENT, call(""), AOI)).isInstanceOf(Outcome.NotNow.class);
    assertThat(bench.calls.free(INCIDENT, 1, KEN)).isEqualTo(Outcome.done());
    assertThat(bench.calls.free(INCIDENT, 1, KEN)).isInstanceOf(Outcome.AlreadyDone.class);
    assertThat(bench.members).extracting(member -> member.stance()).containsExactly(Stance.FREE);
    assertThat(bench.calls.free(INCIDENT, 1, AOI)).isInstanceOf(Outcome.NotAllowed.class);
  }

  @Test
  void itEndsInOneNamedPersonWithAPieceOfWork() {
    asks();
    bench.calls.free(INCIDENT, 1, KEN);
    bench.calls.free(INCIDENT, 1, HINA);

    assertThat(bench.calls.pick(INCIDENT, 1, KEN, false, RIKU))
        .isInstanceOf(GiveOutcome.NotAllowed.class);
    assertThat(bench.calls.pick(INCIDENT, 1, KEN, false, AOI)).isEqualTo(new GiveOutcome.Given(1));

    assertThat(bench.calls.open(INCIDENT)).isEmpty();
    assertThat(bench.row(1).owner()).isEqualTo(KEN);
    assertThat(bench.calls.pick(INCIDENT, 1, HINA, false, AOI))
        .isInstanceOf(GiveOutcome.NotNow.class);
    assertThat(bench.calls.free(INCIDENT, 1, HINA)).isInstanceOf(Outcome.NotNow.class);
  }

  @Test
  void whoDidNotAnswerMayBeNamedAndACallMayBeCalledOff() {
    asks();
    assertThat(bench.calls.pick(INCIDENT, 1, RIKU, false, AOI))
        .isInstanceOf(GiveOutcome.Given.class);
    asks();

    assertThat(bench.calls.drop(INCIDENT, 2, RIKU)).isInstanceOf(Outcome.NotAllowed.class);
    assertThat(bench.calls.drop(INCIDENT, 2, AOI)).isEqualTo(Outcome.done());
    assertThat(bench.calls.drop(INCIDENT, 2, AOI)).isInstanceOf(Outcome.AlreadyDone.class);
  }

  @Test
  void fromSeverityThreeOnWhoHasDoneLeastComesFirst() {
    bench.severity = Severity.SEV3;
    bench.store.before.put(HINA, 3L);
    bench.store.before.put(RIKU, 1L);
    asks();
    List.of(HINA, RIKU, KEN).forEach(person -> bench.calls.free(INCIDENT, 1, person));

    assertThat(free()).containsExactly(KEN, RIKU, HINA);
  }

  @Test
  void aboveItWhoKnowsWhatIsAskedForComesFirst() {
    bench.store.before.put(HINA, 3L);
    bench.comes(HINA, Stance.FREE, "Postgres と決済");
    bench.calls.ask(INCIDENT, call("postgres"), AOI);
    List.of(RIKU, KEN, HINA).forEach(person -> bench.calls.free(INCIDENT, 1, person));

    assertThat(free()).containsExactly(HINA, RIKU, KEN);
  }

  private List<PersonId> free() {
    return bench.calls.open(INCIDENT).map(VolunteerCall::free).orElseThrow();
  }

  private void asks() {
    assertThat(bench.calls.ask(INCIDENT, call(""), AOI)).isEqualTo(Outcome.done());
  }

  private static CallWish call(String skill) {
    return new CallWish(WorkKind.INVESTIGATE, "決済ログを見る", skill, TEN);
  }

  // ---- left alone (T16)

  @Test
  void whoConcentratesHearsFromTheCommanderAndOthersHearWhomToAsk() {
    bench.announcer = Optional.of(YUMI);
    accepted(RIKU);
    bench.whispers.clear();

    var answer = bench.shield.ask(INCIDENT, RIKU, "いつ直りますか", EMMA);

    assertThat(answer)
        .isInstanceOfSatisfying(
            FocusShield.Answer.AskInstead.class,
            instead -> {
              assertThat(instead.whom()).isEqualTo(YUMI);
              assertThat(instead.words().ja()).contains("riku さんはいま集中して", "yumi さんに");
            });
    assertThat(bench.whispers).isEmpty();

    assertThat(bench.shield.ask(INCIDENT, RIKU, "調子はどう", AOI))
        .isInstanceOf(FocusShield.Answer.PassedOn.class);
    assertThat(bench.whisperedTo()).containsExactly("riku");
  }

  @Test
  void withoutAnAnnouncerTheDeputyAnswersAndThenTheCommander() {
    accepted(RIKU);
    assertThat(bench.shield.over(INCIDENT, RIKU).orElseThrow().instead()).isEqualTo(AOI);

    bench.deputy = Optional.of(SAKURA);

    assertThat(bench.shield.over(INCIDENT, RIKU).orElseThrow().instead()).isEqualTo(SAKURA);
  }

  @Test
  void theLeadOfTheirTopicGetsThroughToo() {
    accepted(RIKU);
    bench.topics.add(
        new Topic(
            UUID.randomUUID(),
            "Alpha",
            "なぜ",
            HINA,
            List.of(HINA, RIKU),
            Optional.empty(),
            false,
            bench.book.now(),
            bench.book.now(),
            Topic.State.LED,
            "thread"));

    assertThat(bench.shield.ask(INCIDENT, RIKU, "そちらは", HINA))
        .isInstanceOf(FocusShield.Answer.PassedOn.class);
    assertThat(bench.shield.ask(INCIDENT, RIKU, "そちらは", EMMA))
        .isInstanceOf(FocusShield.Answer.AskInstead.class);
  }

  @Test
  void whoHasNoAcceptedWorkIsReachedByEverybody() {
    int number = bench.gives(RIKU);
    assertThat(bench.shield.ask(INCIDENT, RIKU, "x", EMMA))
        .isInstanceOf(FocusShield.Answer.PassedOn.class);

    bench.delegation.accept(INCIDENT, number, "", Optional.empty(), RIKU);
    bench.delegation.report(INCIDENT, number, FOUND, RIKU);

    assertThat(bench.shield.over(INCIDENT, RIKU)).isEmpty();
    assertThatThrownBy(() -> bench.shield.ask(INCIDENT, new PersonId("ghost"), "x", EMMA))
        .hasMessageContaining("HB-8029");
    assertThatThrownBy(() -> bench.shield.ask(INCIDENT, RIKU, " ", EMMA))
        .hasMessageContaining("text");
  }

  // ---- the end of the room

  @Test
  void withTheRoomItsWorkEndsAndNobodyHearsOfIt() {
    int open = accepted(RIKU);
    int reported = accepted(HINA);
    bench.delegation.report(INCIDENT, reported, FOUND, HINA);
    asks();
    bench.whispers.clear();
    bench.seat = Optional.empty();

    bench.endIsFresh = true;
    assertThatThrownBy(this::resolved).hasMessageContaining("HB-8028");
    assertThat(bench.state(open)).isEqualTo(State.ACCEPTED);
    bench.endIsFresh = false;
    resolved();

    assertThat(bench.state(open)).isEqualTo(State.CANCELLED);
    assertThat(bench.state(reported)).isEqualTo(State.DONE);
    assertThat(bench.calls.open(INCIDENT)).isEmpty();
    assertThat(bench.whispers).isEmpty();
  }

  @Test
  void anEndWithoutWorkIsWaitedForByNobody() {
    bench.seat = Optional.empty();
    bench.endIsFresh = true;

    resolved();

    assertThat(bench.whispers).isEmpty();
  }

  @Test
  void aRoomThatIsOpenAgainKeepsItsWork() {
    int open = accepted(RIKU);

    resolved();

    assertThat(bench.state(open)).isEqualTo(State.ACCEPTED);
  }

  private void resolved() {
    bench.ends.on(
        new IncidentMoved(
            INCIDENT,
            Kind.REAL,
            IncidentState.MONITORING,
            IncidentState.RESOLVED,
            bench.book.now()));
  }
}
