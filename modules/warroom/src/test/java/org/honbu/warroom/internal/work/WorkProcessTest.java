package org.honbu.warroom.internal.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.honbu.warroom.internal.work.Bench.AOI;
import static org.honbu.warroom.internal.work.Bench.HINA;
import static org.honbu.warroom.internal.work.Bench.INCIDENT;
import static org.honbu.warroom.internal.work.Bench.RIKU;
import static org.honbu.warroom.internal.work.Bench.SAKURA;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.honbu.incidents.CommandSeat;
import org.honbu.incidents.IncidentMoved;
import org.honbu.incidents.IncidentState;
import org.honbu.incidents.ProcessRebuilt;
import org.honbu.kernel.Kind;
import org.honbu.testkit.process.EngineHarness;
import org.honbu.testkit.process.Walked;
import org.honbu.warroom.Assignment.Answered;
import org.honbu.warroom.Assignment.State;
import org.honbu.warroom.CallWish;
import org.honbu.warroom.Stance;
import org.honbu.warroom.WorkKind;
import org.honbu.warroom.WorkReport;
import org.honbu.warroom.WorkWish;
import org.honbu.workflow.Facts;
import org.honbu.workflow.HumanTask;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Walks work and volunteer calls, from the room that starts them. */
class WorkProcessTest {
  @RegisterExtension
  static final Walked WALKED = Walked.everyElementOf("WorkAssignment", "VolunteerCall");

  /** The commander's loop has tests of its own. */
  private static final Facts NO_ROUNDS = Facts.of("resting", true).and("roomGone", true);

  private static final String ACCEPT = "Activity_AcceptWork";
  private static final String DO = "Activity_DoTheWork";
  private static final String TIME = "Activity_TimeIsUp";
  private static final String PICK = "Activity_PickSomebody";
  private static final WorkReport FOUND =
      new WorkReport("payment-api から", "ログを見た", "", Answered.FOUND, "log 42");

  private static EngineHarness engine;
  private static Bench bench;

  @BeforeAll
  static void start() {
    bench = new Bench(() -> engine);
    engine =
        EngineHarness.all()
            .handler("decideAnnouncements", step -> Facts.of("announce", false))
            .handler("lookAtTheRound", step -> NO_ROUNDS)
            .handler("lookAtTheClock", step -> NO_ROUNDS)
            .handler(
                "lookAtCommander",
                step ->
                    Facts.of("commanded", true).and("absent", false).and("lookAgainAfter", "PT9H"))
            .handler("askForWork", step -> bench.steps.askForWork().perform(step))
            .handler("reportNoAnswer", step -> bench.steps.reportNoAnswer().perform(step))
            .handler("takeWorkAnswer", step -> bench.steps.takeWorkAnswer().perform(step))
            .handler("lookAtTheBox", step -> bench.steps.lookAtTheBox().perform(step))
            .handler("passOnReport", step -> bench.steps.passOnReport().perform(step))
            .handler("askWhoIsFree", step -> bench.callSteps.askWhoIsFree().perform(step))
            .handler("remindToPick", step -> bench.callSteps.remindToPick().perform(step))
            .handler("takePick", step -> bench.callSteps.takePick().perform(step))
            .rule(new Rules())
            .watchedBy(WALKED)
            .start();
  }

  @AfterAll
  static void stop() {
    engine.close();
  }

  @BeforeEach
  void theRoomIsOpen() {
    engine.forgetsEverything();
    bench = new Bench(() -> engine);
    opens();
  }

  private static void opens() {
    engine
        .processes()
        .start(
            "WarRoom",
            INCIDENT,
            Facts.of("incidentId", INCIDENT)
                .and("severity", 1)
                .and("kind", "REAL")
                .and("teamId", "payments"));
    engine.settle();
  }

  // ---- a piece of work

  @Test
  void itIsAskedForTakenReportedAndBroughtToTheCommander() {
    int number = gives();
    HumanTask asked = task(ACCEPT);
    assertThat(asked.assignee()).contains(RIKU);
    assertThat(asked.people()).containsExactly(RIKU);
    assertThat(bench.whisperedTo()).containsExactly("riku");
    assertThat(bench.lastWhisper()).contains("From aoi, the commander").contains("10 min");

    accepts(number);
    assertThat(engine.waitsAt(INCIDENT)).contains(DO).doesNotContain(ACCEPT);
    bench.delegation.report(INCIDENT, number, FOUND, RIKU);
    engine.settle();

    assertThat(bench.state(number)).isEqualTo(State.DONE);
    assertThat(bench.whisperedTo()).containsExactly("riku", "aoi");
    assertThat(bench.lastWhisper()).contains("riku reports on “#1", "found", "evidence: log 42");
    assertThat(engine.processes().runs("WorkAssignment", INCIDENT)).isFalse();
  }

  @Test
  void eachPieceHasItsOwnProcess() {
    int one = gives();
    int two = bench.gives(HINA);
    engine.settle();

    accepts(one);
    assertThat(engine.waitsAt(INCIDENT)).contains(ACCEPT, DO);
    bench.delegation.decline(INCIDENT, two, HINA);
    engine.settle();

    assertThat(engine.waitsAt(INCIDENT)).contains(DO).doesNotContain(ACCEPT);
    bench.delegation.report(INCIDENT, one, FOUND, RIKU);
    engine.settle();
    assertThat(engine.processes().runs("WorkAssignment", INCIDENT)).isFalse();
  }

  @Test
  void withoutAnAnswerTheCommanderHearsWhoCouldBeNextAndTheOwnerMayStillTakeIt() {
    bench.comes(HINA, Stance.FREE, "");
    int number = gives();

    passes("PT1M59S");
    assertThat(bench.whisperedTo()).containsExactly("riku");
    passes("PT1S");

    assertThat(bench.whisperedTo()).containsExactly("riku", "aoi");
    assertThat(bench.lastWhisper()).contains("No answer: riku", "hina could be next");
    accepts(number);
    assertThat(engine.waitsAt(INCIDENT)).contains(DO);
  }

  @Test
  void whoSaysNoIsLeftAlone() {
    int number = gives();

    bench.delegation.decline(INCIDENT, number, RIKU);
    engine.settle();
    passes("PT30M");

    assertThat(bench.whisperedTo()).containsExactly("riku", "aoi");
    assertThat(engine.processes().runs("WorkAssignment", INCIDENT)).isFalse();
  }

  @Test
  void whenTheBoxEndsTheDeputyIsAskedAndThenTheCommander() {
    bench.deputy = Optional.of(SAKURA);
    int number = accepted();
    bench.whispers.clear();

    passes("PT9M59S");
    assertThat(engine.waitsAt(INCIDENT)).doesNotContain(TIME);
    passes("PT1S");

    assertThat(task(TIME).assignee()).contains(SAKURA);
    assertThat(bench.types).endsWith("work-time-up");
    assertThat(engine.waitsAt(INCIDENT)).as("the owner works on").contains(DO);
    passes("PT5M");
    assertThat(task(TIME).assignee()).contains(AOI);
    assertThat(task(TIME).groups()).as("it moves with command").contains("incident-commander");
    assertThat(bench.whisperedTo()).containsExactly("sakura", "aoi");

    bench.delegation.moreTime(INCIDENT, number, Duration.ofMinutes(5), AOI);
    engine.settle();
    assertThat(engine.waitsAt(INCIDENT)).contains(DO).doesNotContain(TIME);
    passes("PT5M");
    assertThat(task(TIME).assignee()).as("the deputy keeps the time again").contains(SAKURA);
  }

  @Test
  void moreTimeBeforeTheEndMovesTheEnd() {
    int number = accepted();

    passes("PT5M");
    bench.delegation.moreTime(INCIDENT, number, Duration.ofMinutes(10), AOI);
    passes("PT14M");
    assertThat(engine.waitsAt(INCIDENT)).doesNotContain(TIME);
    passes("PT1M");

    assertThat(task(TIME).assignee()).contains(AOI);
  }

  @Test
  void aReportEndsTheQuestionOfTime() {
    int number = accepted();
    passes("PT10M");

    bench.delegation.report(INCIDENT, number, FOUND, RIKU);
    engine.settle();

    assertThat(engine.waitsAt(INCIDENT)).doesNotContain(DO, TIME);
  }

  @Test
  void whatIsStoppedEndsWhereverItIs() {
    int asked = gives();
    bench.delegation.stop(INCIDENT, asked, AOI);
    engine.settle();
    assertThat(engine.processes().runs("WorkAssignment", INCIDENT)).isFalse();

    int taken = bench.gives(HINA);
    engine.settle();
    bench.delegation.accept(INCIDENT, taken, "", Optional.empty(), HINA);
    engine.settle();
    passes("PT10M");
    bench.delegation.stop(INCIDENT, taken, AOI);
    engine.settle();

    assertThat(engine.processes().runs("WorkAssignment", INCIDENT)).isFalse();
    assertThat(bench.state(taken)).isEqualTo(State.CANCELLED);
  }

  @Test
  void onceTheRoomHasClosedNobodyIsNagged() {
    gives();
    accepts(1);
    bench.whispers.clear();
    bench.seat = Optional.empty();

    passes("PT30M");

    assertThat(engine.waitsAt(INCIDENT)).doesNotContain(TIME);
    assertThat(bench.whispers).isEmpty();
  }

  // ---- behind the record (ADR-0005)

  @Test
  void whoAnswersBeforeTheyAreAskedIsNotAsked() {
    int number = bench.gives(RIKU);
    bench.delegation.accept(INCIDENT, number, "", Optional.empty(), RIKU);
    engine.settle();
    bench.hears();

    assertThat(engine.waitsAt(INCIDENT)).contains(DO).doesNotContain(ACCEPT);
    assertThat(bench.whispers).isEmpty();
  }

  @Test
  void aReportThatWasFasterThanTheProcessIsBroughtAllTheSame() {
    int number = bench.gives(RIKU);
    bench.delegation.accept(INCIDENT, number, "", Optional.empty(), RIKU);
    bench.delegation.report(INCIDENT, number, FOUND, RIKU);
    assertThatThrownBy(bench::hears).hasMessageContaining("HB-8027");
    engine.settle();

    bench.facts.clear();
    bench.book.moved(bench.row(number));
    bench.hears();
    engine.settle();

    assertThat(bench.state(number)).isEqualTo(State.DONE);
    assertThat(engine.processes().runs("WorkAssignment", INCIDENT)).isFalse();
  }

  @Test
  void whatWasGivenBeforeTheRoomsProcessBeganIsHeardOfLater() {
    engine.forgetsEverything();
    bench.gives(RIKU);
    bench.calls.ask(INCIDENT, call(), AOI);
    assertThatThrownBy(bench::hears).hasMessageContaining("HB-8027");

    opens();
    bench.facts.clear();
    bench.book.moved(bench.row(1));
    bench.book.moved(bench.book.call(INCIDENT, 1));
    bench.hears();
    engine.settle();

    assertThat(engine.waitsAt(INCIDENT)).contains(ACCEPT, PICK);
  }

  @Test
  void aProcessThatWasLostBeginsAnewWhereTheWorkStands() {
    int asked = gives();
    int taken = bench.gives(HINA);
    bench.delegation.accept(INCIDENT, taken, "", Optional.empty(), HINA);
    bench.calls.ask(INCIDENT, call(), AOI);
    engine.settle();
    bench.facts.clear();
    engine.forgetsEverything();
    opens();

    new TakesUpWorkAgain(bench.book, bench.store)
        .on(new ProcessRebuilt(INCIDENT, Kind.REAL, bench.book.now()));
    bench.hears();
    engine.settle();

    assertThat(engine.waitsAt(INCIDENT)).contains(ACCEPT, DO, PICK);
    accepts(asked);
    assertThat(engine.waitsAt(INCIDENT)).doesNotContain(ACCEPT);
  }

  /** A36: it was no duplicate, and the people who worked on it still do. */
  @Test
  void whatAMergeStoppedGoesOnWhenItIsTakenApart() {
    int stopped = bench.gives(HINA);
    bench.delegation.stop(INCIDENT, stopped, AOI);
    int asked = gives();
    int taken = bench.gives(HINA);
    bench.delegation.accept(INCIDENT, taken, "", Optional.empty(), HINA);
    bench.calls.ask(INCIDENT, call(), AOI);
    engine.settle();
    Optional<CommandSeat> commander = bench.seat;
    bench.seat = Optional.empty();
    bench.ends.on(moved(IncidentState.INVESTIGATING, IncidentState.MERGED));
    assertThat(List.of(bench.state(asked), bench.state(taken))).containsOnly(State.CANCELLED);
    bench.facts.clear();
    bench.whispers.clear();
    engine.forgetsEverything();

    bench.seat = commander;
    opens();
    new TakesUpWorkAgain(bench.book, bench.store)
        .on(new ProcessRebuilt(INCIDENT, Kind.REAL, bench.book.now()));
    bench.hears();
    engine.settle();

    assertThat(engine.waitsAt(INCIDENT)).contains(ACCEPT, DO).doesNotContain(PICK);
    assertThat(bench.state(stopped)).as("the commander had stopped it").isEqualTo(State.CANCELLED);
    assertThat(bench.types).contains("work-goes-on");
    assertThat(bench.whispers)
        .filteredOn(line -> line.text().en().contains("yours again"))
        .hasSize(2);
  }

  /** What ended with a room that was over does not come back. */
  @Test
  void whatEndedWithTheRoomStaysEndedWhenTheProcessIsRebuilt() {
    int asked = gives();
    Optional<CommandSeat> commander = bench.seat;
    bench.seat = Optional.empty();
    bench.ends.on(moved(IncidentState.MONITORING, IncidentState.RESOLVED));
    engine.forgetsEverything();
    bench.seat = commander;
    opens();

    new TakesUpWorkAgain(bench.book, bench.store)
        .on(new ProcessRebuilt(INCIDENT, Kind.REAL, bench.book.now()));

    assertThat(bench.state(asked)).isEqualTo(State.CANCELLED);
    assertThat(bench.types).doesNotContain("work-goes-on");
  }

  private IncidentMoved moved(IncidentState from, IncidentState to) {
    return new IncidentMoved(INCIDENT, Kind.REAL, from, to, bench.book.now());
  }

  // ---- who is free

  @Test
  void theRoomIsAskedAndTheCommanderIsToldWhoIsFreeUntilOneIsNamed() {
    bench.calls.ask(INCIDENT, call(), AOI);
    engine.settle();
    assertThat(bench.posts).hasSize(1);
    assertThat(bench.posts.get(0).text().ja()).contains("今手空いている人は？");
    assertThat(task(PICK).assignee()).contains(AOI);
    assertThat(task(PICK).groups()).contains("incident-commander");

    passes("PT2M");
    assertThat(bench.lastWhisper()).contains("Nobody is free", "summon somebody, or call it off");
    bench.calls.free(INCIDENT, 1, HINA);
    passes("PT2M");
    assertThat(bench.lastWhisper()).contains("hina. Pick one person");

    bench.calls.pick(INCIDENT, 1, HINA, false, AOI);
    engine.settle();
    assertThat(engine.waitsAt(INCIDENT)).contains(ACCEPT).doesNotContain(PICK);
    assertThat(bench.posts.get(1).text().ja()).contains("hina さんに「決済ログを見る」をお願いします");
    assertThat(task(ACCEPT).assignee()).contains(HINA);
  }

  @Test
  void whatIsCalledOffIsOver() {
    bench.calls.ask(INCIDENT, call(), AOI);
    engine.settle();

    bench.calls.drop(INCIDENT, 1, AOI);
    engine.settle();

    assertThat(engine.processes().runs("VolunteerCall", INCIDENT)).isFalse();
    assertThat(bench.posts).hasSize(1);
  }

  @Test
  void whoIsPickedAtOnceIsNotAskedForInTheRoom() {
    bench.calls.ask(INCIDENT, call(), AOI);
    bench.calls.pick(INCIDENT, 1, RIKU, false, AOI);
    engine.settle();

    assertThat(engine.waitsAt(INCIDENT)).contains(ACCEPT).doesNotContain(PICK);
    assertThat(bench.posts).hasSize(1);
    assertThat(bench.posts.get(0).text().en()).contains("riku, please");
  }

  // ---- at Tasklist

  @Test
  void theSameActsWorkAtTasklist() {
    gives();
    submits("riku", ACCEPT, Map.of("answer", "ACCEPT", "minutes", 20));
    assertThat(bench.row(1).box()).isEqualTo(Duration.ofMinutes(20));
    passes("PT20M");
    submits("aoi", TIME, Map.of("choice", "MORE", "minutes", 5));
    assertThat(engine.waitsAt(INCIDENT)).contains(DO).doesNotContain(TIME);
    passes("PT5M");
    submits("aoi", TIME, Map.of("choice", "REPORT"));
    submits(
        "riku", DO, Map.of("answered", "FOUND", "conditions", "payment-api", "actions", "ログを見た"));

    assertThat(bench.state(1)).isEqualTo(State.DONE);
  }

  @Test
  void sayingNoStoppingAndPickingWorkAtTasklistToo() {
    gives();
    submits("riku", ACCEPT, Map.of("answer", "DECLINE"));
    assertThat(bench.state(1)).isEqualTo(State.DECLINED);

    int taken = gives();
    accepts(taken);
    passes("PT10M");
    submits("aoi", TIME, Map.of("choice", "STOP"));
    assertThat(bench.state(taken)).isEqualTo(State.CANCELLED);
    assertThat(engine.processes().runs("WorkAssignment", INCIDENT)).isFalse();

    bench.calls.ask(INCIDENT, call(), AOI);
    engine.settle();
    submits("aoi", PICK, Map.of("choice", "PICK", "person", "riku"));
    assertThat(task(ACCEPT).assignee()).contains(RIKU);
    bench.calls.ask(INCIDENT, call(), AOI);
    engine.settle();
    submits("aoi", PICK, Map.of("choice", "DROP"));
    assertThat(bench.calls.open(INCIDENT)).isEmpty();
  }

  @Test
  void theFormRefusesWhatTheFacadeRefuses() {
    gives();

    var riku = engine.tasklist("riku");
    assertThat(riku.complete(ACCEPT, facts(Map.of("answer", "ACCEPT", "minutes", 90))).sentence())
        .contains("3", "60");
    assertThat(riku.complete(ACCEPT, facts(Map.of("answer", ""))).sentence()).contains("Choose");
    assertThat(riku.unclaim(ACCEPT).sentence()).contains("answer in its form");
    assertThat(engine.tasklist("misaki").complete(ACCEPT).done()).isFalse();
    assertThat(bench.state(1)).isEqualTo(State.PROPOSED);
  }

  private static Facts facts(Map<String, Object> answers) {
    return Facts.from(answers);
  }

  private static void submits(String login, String step, Map<String, Object> answers) {
    var answer = engine.tasklist(login).complete(step, facts(answers));
    assertThat(answer.done()).as(answer.sentence()).isTrue();
    engine.settle();
    bench.hears();
    engine.settle();
  }

  private static HumanTask task(String step) {
    return engine.humanTasks().open(INCIDENT, step).orElseThrow();
  }

  private static int gives() {
    int number = bench.gives(RIKU);
    engine.settle();
    return number;
  }

  private static void accepts(int number) {
    bench.delegation.accept(INCIDENT, number, "", Optional.empty(), RIKU);
    engine.settle();
  }

  private static int accepted() {
    int number = gives();
    accepts(number);
    return number;
  }

  private static void passes(String time) {
    engine.time().passes(Duration.parse(time));
  }

  private static CallWish call() {
    return new CallWish(WorkKind.INVESTIGATE, "決済ログを見る", "", WorkWish.USUAL_BOX);
  }

  /** The rule of the bench of each test. */
  private static final class Rules implements org.honbu.workflow.TaskRule {
    @Override
    public java.util.Set<String> steps() {
      return java.util.Set.of(ACCEPT, DO, TIME, PICK);
    }

    @Override
    public Verdict mayHold(HumanTask task, org.honbu.kernel.PersonId person) {
      return bench.tasks.mayHold(task, person);
    }

    @Override
    public Verdict released(HumanTask task, org.honbu.kernel.PersonId person) {
      return bench.tasks.released(task, person);
    }

    @Override
    public Verdict completed(HumanTask task, org.honbu.kernel.PersonId person, Facts answers) {
      return bench.tasks.completed(task, person, answers);
    }
  }
}
