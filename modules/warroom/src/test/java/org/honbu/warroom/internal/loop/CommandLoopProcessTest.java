package org.honbu.warroom.internal.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.honbu.warroom.internal.loop.LoopElements.ASSESS;
import static org.honbu.warroom.internal.loop.LoopElements.ASSIGN;
import static org.honbu.warroom.internal.loop.LoopElements.DECIDE;
import static org.honbu.warroom.internal.loop.LoopElements.REVIEW;
import static org.honbu.warroom.internal.loop.LoopElements.UPDATE;
import static org.honbu.warroom.internal.loop.LoopWorld.AOI;
import static org.honbu.warroom.internal.loop.LoopWorld.INCIDENT;
import static org.honbu.warroom.internal.loop.LoopWorld.MISAKI;
import static org.honbu.warroom.internal.loop.LoopWorld.SAKURA;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.honbu.incidents.IncidentMoved;
import org.honbu.incidents.IncidentState;
import org.honbu.incidents.Outcome;
import org.honbu.incidents.Room;
import org.honbu.incidents.Severity;
import org.honbu.incidents.SeverityRated;
import org.honbu.kernel.ProblemException;
import org.honbu.testkit.process.EngineHarness;
import org.honbu.testkit.process.TasklistUser.Answer;
import org.honbu.testkit.process.Walked;
import org.honbu.warroom.AssessSituation;
import org.honbu.warroom.AssessSituation.Trend;
import org.honbu.warroom.Decide;
import org.honbu.warroom.EffectReviewed;
import org.honbu.warroom.ReviewEffect;
import org.honbu.warroom.ReviewEffect.Effect;
import org.honbu.warroom.ReviewEffect.Next;
import org.honbu.warroom.Round.Step;
import org.honbu.warroom.ShareStatus;
import org.honbu.workflow.Facts;
import org.honbu.workflow.HumanTask;
import org.honbu.workflow.Timers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The commander's loop, walked through both doors with the real desk behind them. */
class CommandLoopProcessTest {
  @RegisterExtension static final Walked WALKED = Walked.everyElementOf("CommandLoop");

  private static final AssessSituation SEEN =
      new AssessSituation("5xx が増えている", "カード決済", Trend.WORSE, "", "原因");
  private static final ShareStatus TOLD =
      new ShareStatus("18% が失敗", "切り戻しを確かめている", "DB に詳しい人", Optional.empty());
  private static final Facts ASSESSED =
      Facts.of("symptoms", "5xx が増えている").and("scope", "カード決済").and("trend", "WORSE");
  private static final Facts DECIDED =
      Facts.of("decision", "先に切り戻す")
          .and("whatFirst", "03:04 のリリース")
          .and("whereToLook", "payment-api")
          .and("howToRespond", "戻せる手を先に");

  private EngineHarness engine;
  private LoopWorld world;
  private TwoDoorLoop loop;

  @BeforeEach
  void theRoomOpens() {
    world = new LoopWorld(() -> engine);
    engine =
        world.start(
            EngineHarness.of(
                    "CommandLoop.bpmn",
                    "InternalUpdate.dmn",
                    "assess-situation.form",
                    "decide.form",
                    "assign-roles.form",
                    "share-status.form",
                    "review-effect.form")
                .watchedBy(WALKED));
    loop = world.door();
    engine
        .processes()
        .start(
            "CommandLoop",
            INCIDENT,
            Facts.of("incidentId", INCIDENT.value()).and("kind", world.kind));
    engine.settle();
  }

  @AfterEach
  void stop() {
    engine.close();
  }

  // ---- one round after the other

  @Test
  void aRoundIsWalkedInTasklistAndTheNextOneBegins() {
    assertThat(waits()).containsExactlyInAnyOrder(ASSESS, UPDATE);
    assertThat(inTasklist("aoi", ASSESS, ASSESSED).done()).isTrue();

    assertThat(inTasklist("aoi", DECIDE, DECIDED.and("planB", "迂回路へ")).done()).isTrue();
    assertThat(world.timeline).anyMatch(line -> line.startsWith("decided Decision: 先に切り戻す"));
    assertThat(world.saidInTheRoom()).anyMatch(line -> line.contains("Reviewed at 12:15 JST"));

    assertThat(inTasklist("aoi", ASSIGN, Facts.none()).sentence()).contains("名指し");
    assertThat(inTasklist("aoi", ASSIGN, Facts.of("waitReason", "検証環境を待つ")).done()).isTrue();
    assertThat(inTasklist("aoi", UPDATE, can()).done()).isTrue();
    assertThat(loop.round(INCIDENT).orElseThrow().step()).isEqualTo(Step.REVIEW);
    assertThat(inTasklist("aoi", REVIEW, reviewed("CONTINUE")).done()).isTrue();

    assertThat(waits()).containsExactlyInAnyOrder(ASSESS, UPDATE);
    assertThat(loop.round(INCIDENT).orElseThrow().number()).isEqualTo(2);
  }

  @Test
  void theFirstDecisionNeedsAllThreeAnswersThroughEveryDoor() {
    inTasklist("aoi", ASSESS, ASSESSED);

    Answer half = inTasklist("aoi", DECIDE, DECIDED.and("whereToLook", " "));
    assertThat(half.sentence()).contains("最初の判断には「どこを調べていくか」への答えが要ります");
    assertThat(half.done()).isFalse();
    assertThatThrownBy(() -> loop.decide(INCIDENT, decision("", "b", "c"), AOI))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> {
              assertThat(problem.words().ja()).contains("何から進めるか");
              assertThat(problem.field()).contains("whatFirst");
            });
    assertThat(world.rows).noneMatch(DecisionRow.class::isInstance);
    assertThat(waits()).contains(DECIDE);

    decides(decision("a", "b", "c"));
    decides(new Decide("見立てを変える", "", "", "z", Optional.empty(), Decide.Weighing.NOTHING));
    assertThat(loop.decision(INCIDENT).orElseThrow())
        .as("what is left out stays as it was")
        .satisfies(
            now -> {
              assertThat(now.whatFirst()).isEqualTo("a");
              assertThat(now.howToRespond()).isEqualTo("z");
            });
  }

  @Test
  void whatWasDoneAdHocIsAskedForNoMore() {
    decides(decision("a", "b", "c"));
    assertThat(waits()).as("assessed enough").contains(ASSIGN);
    assertThat(task(ASSIGN).assignee()).contains(AOI);

    world.workGivenAt = Optional.of(engine.time().instant());
    loop.workGiven(INCIDENT);
    engine.settle();
    assertThat(waits()).containsExactlyInAnyOrder(REVIEW, UPDATE);

    engine.time().passes(Duration.ofMinutes(1));
    assertThat(loop.assess(INCIDENT, SEEN, AOI)).isInstanceOf(Outcome.Done.class);
    engine.settle();
    assertThat(waits()).as("never blocks, never goes back").contains(REVIEW);
    decides(decision("x", "y", "z"));
    assertThat(waits()).as("who does the new decision?").contains(ASSIGN);
    assertThat(inTasklist("aoi", ASSIGN, Facts.none()).sentence()).contains("say why");
    world.workGivenAt = Optional.of(engine.time().instant());
    assertThat(inTasklist("aoi", ASSIGN, Facts.none()).done()).isTrue();
    assertThat(waits()).contains(REVIEW);
  }

  // ---- late

  @Test
  void whatIsLateIsAskedForInPrivateAndADecisionByTheDeputy() {
    world.deputy = Optional.of(SAKURA);
    engine.time().passes(Duration.ofMinutes(5));
    assertThat(world.whispers()).hasSize(1).allMatch(line -> line.startsWith("aoi: The situation"));

    loop.assess(INCIDENT, SEEN, AOI);
    engine.settle();
    engine.time().passes(Duration.ofMinutes(10));
    assertThat(world.whispers()).last().asString().startsWith("sakura: Nothing was decided for 15");
    world.deputy = Optional.empty();
    engine.time().passes(Duration.ofMinutes(10));
    assertThat(world.saidInTheRoom()).anyMatch(line -> line.contains("Nothing was decided for 25"));

    decides(decision("a", "b", "c"));
    engine.time().passes(Duration.ofMinutes(5));
    assertThat(world.whispers()).last().asString().startsWith("aoi: Nobody has work");
    loop.waitWith(INCIDENT, "検証環境を待つ", AOI);
    engine.settle();
    engine.time().passes(Duration.ofMinutes(10));
    assertThat(world.whispers()).last().asString().startsWith("aoi: It is time to look");
  }

  @Test
  void workThatWasGivenUnheardIsFoundByTheReminder() {
    decides(decision("a", "b", "c"));
    world.workGivenAt = Optional.of(engine.time().instant());

    engine.time().passes(Duration.ofMinutes(5));

    assertThat(waits()).contains(REVIEW).doesNotContain(ASSIGN);
    assertThat(world.whispers()).noneMatch(line -> line.contains("Nobody has work"));
  }

  @Test
  void anUpdateIsAskedOfTheDeputyAndThenMissedByTheRoom() {
    world.deputy = Optional.of(SAKURA);
    assertThat(dueIn()).isEqualTo(Duration.ofMinutes(20));
    engine.time().passes(Duration.ofMinutes(19));
    assertThat(world.whispers()).noneMatch(line -> line.contains("to hear an update"));

    engine.time().passes(Duration.ofMinutes(1));
    assertThat(world.whispers()).last().asString().startsWith("sakura: The room is to hear");
    assertThat(world.saidInTheRoom()).noneMatch(line -> line.contains("update is late"));
    engine.time().passes(Duration.ofMinutes(5));
    assertThat(world.saidInTheRoom())
        .anyMatch(line -> line.contains("update is late; it was due at 12:20 JST"));

    assertThat(inTasklist("itsuki", LoopElements.UPDATE, can()).done()).isFalse();
    assertThat(inTasklist("sakura", LoopElements.UPDATE, can())).isEqualTo(new Answer(true, ""));
    assertThat(loop.updates(INCIDENT)).singleElement().asString().contains("sakura");
    assertThat(dueIn()).as("the clock starts again").isEqualTo(Duration.ofMinutes(20));
    world.deputy = Optional.empty();
    engine.time().passes(Duration.ofMinutes(20));
    assertThat(world.whispers()).last().asString().startsWith("aoi: The room is to hear");
  }

  @Test
  void theClockFollowsTheSeverityAndWhatWasPromised() {
    world.severity = Severity.SEV2;
    rated(Severity.SEV1, Severity.SEV2);
    assertThat(dueIn()).isEqualTo(Duration.ofMinutes(30));

    loop.update(INCIDENT, new ShareStatus("a", "b", "c", Optional.of(Duration.ofMinutes(25))), AOI);
    engine.settle();
    assertThat(dueIn()).isEqualTo(Duration.ofMinutes(25));
    world.severity = Severity.SEV1;
    rated(Severity.SEV2, Severity.SEV1);
    assertThat(dueIn()).as("never later than the table says").isEqualTo(Duration.ofMinutes(20));

    assertThatThrownBy(
            () ->
                loop.update(
                    INCIDENT,
                    new ShareStatus("d", "e", "f", Optional.of(Duration.ofMinutes(21))),
                    AOI))
        .hasMessageContaining("minutes from 1 to 20");
  }

  // ---- whose it is

  @Test
  void theTasksFollowWhoeverCommandsActingOrNot() {
    world.commandGoesTo(MISAKI);
    assertThat(task(ASSESS).assignee()).contains(MISAKI);
    assertThat(inTasklist("misaki", ASSESS, ASSESSED).done()).as("without the role").isTrue();
    assertThat(task(DECIDE).assignee()).contains(MISAKI);

    world.commander = Optional.of(SAKURA);
    assertThat(inTasklist("misaki", DECIDE, DECIDED).sentence())
        .as("the seat is hers already, the task a moment later")
        .contains("コマンダーの sakura さんの作業です");
    world.commandGoesTo(SAKURA);
    assertThat(inTasklist("misaki", DECIDE, DECIDED).done()).isFalse();
    assertThat(engine.tasklist("aoi").claim(DECIDE).done()).isFalse();
    assertThat(engine.tasklist("sakura").unclaim(DECIDE).sentence()).contains("指揮と一緒に");
    assertThat(inTasklist("sakura", DECIDE, DECIDED).done()).isTrue();
  }

  @Test
  void nobodyButTheCommanderDecidesAndTheRefusalStandsOnTheTimeline() {
    world.deputy = Optional.of(SAKURA);

    Outcome refused = loop.decide(INCIDENT, decision("a", "b", "c"), SAKURA);

    assertThat(refused)
        .isInstanceOfSatisfying(
            Outcome.NotAllowed.class,
            no -> assertThat(no.why().ja()).contains("いま指揮している aoi さんだけ"));
    assertThat(world.timeline).containsExactly("refused Only aoi, who commands, can do this");
    assertThat(loop.update(INCIDENT, TOLD, MISAKI)).isInstanceOf(Outcome.NotAllowed.class);
    assertThat(loop.waitWith(INCIDENT, "まだ", AOI)).isInstanceOf(Outcome.NotNow.class);
    world.commander = Optional.empty();
    assertThat(loop.assess(INCIDENT, SEEN, AOI)).isInstanceOf(Outcome.NotNow.class);
  }

  @Test
  void theSameWordsAgainAtOnceAreOnePress() {
    decides(decision("a", "b", "c"));
    assertThat(loop.decide(INCIDENT, decision("a", "b", "c"), AOI))
        .isInstanceOf(Outcome.AlreadyDone.class);

    assertThat(loop.aim(INCIDENT, List.of("失敗を 2% 以下に", " ", "二重請求がない"), AOI))
        .isInstanceOf(Outcome.Done.class);
    assertThat(loop.objectives(INCIDENT)).containsExactly("失敗を 2% 以下に", "二重請求がない");
    assertThatThrownBy(() -> loop.aim(INCIDENT, List.of("1", "2", "3", "4"), AOI))
        .hasMessageContaining("three at most");
  }

  // ---- the end, and back

  @Test
  void theImpactStopsTheRoundsAndItsReturnBeginsThemAnew() {
    decides(decision("a", "b", "c"));
    loop.waitWith(INCIDENT, "待つ", AOI);
    engine.settle();
    engine.time().passes(Duration.ofMinutes(15));

    var stopped = new ReviewEffect(Effect.WORKED, "失敗が 0.1%", Next.MITIGATED);
    assertThat(loop.review(INCIDENT, stopped, AOI)).isInstanceOf(Outcome.Done.class);
    engine.settle();
    assertThat(world.state).isEqualTo(IncidentState.MITIGATED);
    assertThat(waits()).containsExactly("Gateway_WhileStopped");
    int whispers = world.whispered.size();
    engine.time().passes(Duration.ofMinutes(31));
    assertThat(world.whispered).as("nobody is asked for anything").hasSize(whispers);
    assertThat(loop.round(INCIDENT)).isEmpty();

    world.recurs();
    handled();
    assertThat(waits()).containsExactlyInAnyOrder(ASSESS, UPDATE);
    assertThat(dueIn()).as("in its own time").isEqualTo(Duration.ofMinutes(20));
    assertThat(loop.round(INCIDENT).orElseThrow().number()).isEqualTo(2);
  }

  @Test
  void aReviewInTasklistIsCarriedOutAMomentLater() {
    decides(decision("a", "b", "c"));
    loop.waitWith(INCIDENT, "待つ", AOI);
    engine.settle();

    assertThat(inTasklist("aoi", REVIEW, reviewed("MITIGATED")).done()).isTrue();
    EffectReviewed fact = (EffectReviewed) world.facts.get(0);
    var handler = new CarriesOutTheReview(world.desk, world.store, world.board);
    handler.on(fact);
    engine.settle();
    assertThat(waits()).containsExactly("Gateway_WhileStopped");

    handler.on(fact);
    assertThat(world.state).as("twice is once").isEqualTo(IncidentState.MITIGATED);
    engine.time().passes(Duration.ofMinutes(1));
    world.recurs();
    handled();
    handler.on(fact);
    assertThat(world.state).as("a stale word").isEqualTo(IncidentState.INVESTIGATING);
  }

  /** FM-10: the other incident is named in what one sees it by. */
  @Test
  void aReviewMergesWithTheIncidentItNamesThroughBothDoors() {
    decides(decision("a", "b", "c"));
    loop.waitWith(INCIDENT, "待つ", AOI);
    engine.settle();

    assertThat(inTasklist("aoi", REVIEW, reviewed("MERGE")).sentence()).contains("INC-2026-0042");
    Facts merge = reviewed("MERGE").and("evidence", "INC-2026-0007 と同じ原因");
    assertThat(inTasklist("aoi", REVIEW, merge).done()).isTrue();
    assertThat(world.merged).isEmpty();
    new CarriesOutTheReview(world.desk, world.store, world.board)
        .on((EffectReviewed) world.facts.get(0));
    engine.settle();
    assertThat(world.merged).containsExactly(LoopWorld.OTHER);
    assertThat(loop.round(INCIDENT).orElseThrow().number()).as("what stays goes on").isEqualTo(2);

    var again = new ReviewEffect(Effect.UNKNOWN, "same as INC-2026-0007", Next.MERGE);
    assertThat(loop.review(INCIDENT, again, AOI)).isInstanceOf(Outcome.Done.class);
    assertThat(world.merged).hasSize(2);
  }

  @Test
  void nothingIsMergedWithItselfASecretOrWhatIsNotThere() {
    for (String other : List.of(INCIDENT.value(), "INC-2026-0008", "INC-2026-0099")) {
      assertThat(loop.review(INCIDENT, new ReviewEffect(Effect.NOT, other, Next.MERGE), AOI))
          .as(other)
          .isInstanceOf(Outcome.NotNow.class);
    }
    assertThat(world.merged).isEmpty();
    assertThat(world.timeline).noneMatch(line -> line.startsWith("effect-reviewed"));
  }

  @Test
  void aFalseAlarmAndAClosedRoomEndIt() {
    decides(decision("a", "b", "c"));
    var nothing = new ReviewEffect(Effect.UNKNOWN, "監視の設定", Next.FALSE_ALARM);
    assertThat(loop.review(INCIDENT, nothing, AOI)).isInstanceOf(Outcome.Done.class);
    assertThat(world.state).isEqualTo(IncidentState.FALSE_ALARM);

    engine
        .humanTasks()
        .open(INCIDENT)
        .forEach(open -> engine.humanTasks().complete(open, Facts.none()));
    engine.settle();
    assertThat(waits()).as("it may be taken back").containsExactly("Gateway_WhileStopped");
    world.state = IncidentState.CLOSED;
    engine.time().passes(Duration.ofMinutes(5));
    assertThat(engine.isOver(INCIDENT)).isTrue();
  }

  @Test
  void theClockAloneNoticesThatTheRoomIsClosed() {
    world.commander = Optional.empty();
    world.room = Room.CLOSED;
    world.state = IncidentState.MERGED;
    engine.humanTasks().complete(task(UPDATE), Facts.none());
    engine.settle();

    assertThat(engine.isOver(INCIDENT)).isTrue();
  }

  /** Where the loop waits, without the frame around its two strands. */
  private Set<String> waits() {
    Set<String> places = new TreeSet<>(engine.waitsAt(INCIDENT));
    places.remove("Activity_HoldRounds");
    return places;
  }

  private void handled() {
    var handler = new BeginsANewRound(world.desk, loop, engine.processes());
    world.facts.stream()
        .filter(IncidentMoved.class::isInstance)
        .map(IncidentMoved.class::cast)
        .forEach(handler::on);
    engine.settle();
  }

  private void rated(Severity from, Severity to) {
    new MovesTheDueTime(engine.processes())
        .on(
            new SeverityRated(
                INCIDENT, world.kind, Optional.of(from), to, engine.time().instant()));
    engine.settle();
  }

  private Duration dueIn() {
    return engine.timers().next(INCIDENT).stream()
        .filter(timer -> timer.step().equals("Event_InternalUpdateDue"))
        .map(Timers.Next::due)
        .map(due -> Duration.between(engine.time().instant(), due))
        .findFirst()
        .orElseThrow();
  }

  private HumanTask task(String step) {
    return engine.humanTasks().open(INCIDENT, step).orElseThrow();
  }

  private void decides(Decide decision) {
    assertThat(loop.decide(INCIDENT, decision, AOI)).isInstanceOf(Outcome.Done.class);
    engine.settle();
  }

  private static Decide decision(String first, String where, String how) {
    return new Decide(
        "先に切り戻す " + first, first, where, how, Optional.empty(), Decide.Weighing.NOTHING);
  }

  private static Facts can() {
    return Facts.of("conditions", "18% が失敗").and("actions", "切り戻し").and("needs", "なし");
  }

  private static Facts reviewed(String next) {
    return Facts.of("effect", "PARTLY").and("evidence", "失敗が減った").and("nextStep", next);
  }

  private Answer inTasklist(String who, String step, Facts answers) {
    Answer answer = engine.tasklist(who).complete(step, answers);
    engine.settle();
    return answer;
  }
}
