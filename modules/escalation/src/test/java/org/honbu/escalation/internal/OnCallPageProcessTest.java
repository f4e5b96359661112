package org.honbu.escalation.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.honbu.escalation.internal.World.AOI;
import static org.honbu.escalation.internal.World.INCIDENT;
import static org.honbu.escalation.internal.World.ITSUKI;
import static org.honbu.escalation.internal.World.MISAKI;
import static org.honbu.escalation.internal.World.TAKUMI;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.honbu.escalation.Calls;
import org.honbu.escalation.Calls.Reply;
import org.honbu.incidents.IncidentState;
import org.honbu.kernel.Words;
import org.honbu.notifications.AnswerDesk.Choice;
import org.honbu.notifications.AnswerDesk.Outcome;
import org.honbu.notifications.AnswerDesk.Standing;
import org.honbu.people.OnCallLevel;
import org.honbu.testkit.process.Walked;
import org.honbu.workflow.Facts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OnCallPageProcessTest {
  @RegisterExtension static final Walked walked = Walked.everyElementOf("OnCallPage");

  private static final Duration ALMOST = Duration.ofMinutes(5).minusSeconds(1);
  private static final Duration LEVEL = Duration.ofMinutes(5);

  private final World world = World.ofOnCallPage(walked);

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void firstLevelIsCalledAtOnceAndTheSecondNotBeforeFiveMinutes() {
    world.startsPaging();
    assertThat(world.called()).containsExactly(MISAKI);

    world.passes(ALMOST);
    assertThat(world.called()).as("at 4:59").containsExactly(MISAKI);

    world.passes(Duration.ofSeconds(2));
    assertThat(world.called()).as("at 5:01").containsExactly(MISAKI, ITSUKI);
  }

  @Test
  void answerAtTheLastSecondStopsTheChain() {
    world.startsPaging();
    world.passes(ALMOST);

    Outcome outcome = world.says(MISAKI, Choice.I_HAVE_IT);

    assertThat(outcome).isInstanceOf(Outcome.Yours.class);
    assertThat(world.engine.isOver(INCIDENT)).isTrue();
    assertThat(world.cancelled).containsExactly(world.run().id());
    world.passes(Duration.ofHours(1));
    assertThat(world.called()).containsExactly(MISAKI);
  }

  @Test
  void secondOfTwoAnswersHearsWhoHasIt() {
    world.startsPaging();
    world.passes(LEVEL);
    world.says(ITSUKI, Choice.I_HAVE_IT);

    Outcome second = world.says(MISAKI, Choice.I_HAVE_IT);

    assertThat(second).isInstanceOf(Outcome.AlreadyTaken.class);
    assertThat(((Outcome.AlreadyTaken) second).by().id()).isEqualTo(ITSUKI);
  }

  @Test
  void answeringTwiceIsTheSameAnswer() {
    world.startsPaging();
    Outcome first = world.says(MISAKI, Choice.I_HAVE_IT);
    world.passes(Duration.ofMinutes(1));

    Outcome again = world.says(MISAKI, Choice.I_HAVE_IT);

    assertThat(((Outcome.Yours) again).at()).isEqualTo(((Outcome.Yours) first).at());
  }

  @Test
  void lateAnswerOfAnEarlierLevelStopsTheLaterOnes() {
    world.startsPaging();
    world.passes(LEVEL.multipliedBy(3));
    assertThat(world.called()).contains(AOI);

    Outcome late = world.says(MISAKI, Choice.I_HAVE_IT);

    assertThat(late).isEqualTo(new Outcome.Yours(world.engine.time().instant(), 2));
    world.passes(Duration.ofHours(1));
    assertThat(world.called()).doesNotContain(TAKUMI);
  }

  @Test
  void answerJustBeforeTheTimerWins() {
    world.startsPaging();
    world.passes(LEVEL.minusMillis(1));

    world.says(MISAKI, Choice.I_HAVE_IT);
    world.passes(Duration.ofMillis(1));

    assertThat(world.called()).containsExactly(MISAKI);
    assertThat(world.engine.isOver(INCIDENT)).isTrue();
  }

  @Test
  void answerAtTheInstantOfTheTimerStopsWhatTheTimerBegan() {
    world.startsPaging();
    world.passes(LEVEL);
    assertThat(world.called()).containsExactly(MISAKI, ITSUKI);

    Outcome outcome = world.says(MISAKI, Choice.I_HAVE_IT);

    assertThat(outcome).isEqualTo(new Outcome.Yours(world.engine.time().instant(), 1));
    assertThat(world.cancelled).containsExactly(world.run().id());
    assertThat(world.engine.isOver(INCIDENT)).isTrue();
  }

  @Test
  void timerThatFiredBeforeItsHandlerRanFindsTheAnswer() {
    world.startsPaging();
    String task = world.engine.tasklist("misaki").id(CallsDesk.STEP);
    // The timer has moved the token; the handler's own transaction has not begun.
    world
        .engine
        .engine()
        .getManagementService()
        .createJobQuery()
        .timers()
        .list()
        .forEach(timer -> world.engine.engine().getManagementService().executeJob(timer.getId()));
    assertThat(world.engine.humanTasks().find(task)).isEmpty();

    Outcome outcome = world.desk.answer(INCIDENT, Choice.I_HAVE_IT, MISAKI);
    world.engine.settle();

    assertThat(outcome).isInstanceOf(Outcome.Yours.class);
    assertThat(world.called()).containsExactly(MISAKI);
    assertThat(world.engine.isOver(INCIDENT)).isTrue();
  }

  @Test
  void notNowCallsTheNextLevelAtOnce() {
    world.startsPaging();
    world.passes(Duration.ofSeconds(10));

    Outcome outcome = world.says(MISAKI, Choice.NOT_NOW);

    assertThat(outcome)
        .isEqualTo(new Outcome.PassedOn(Optional.of(new Words("itsukiさん", "itsuki"))));
    assertThat(world.called()).containsExactly(MISAKI, ITSUKI);
    world.passes(ALMOST);
    assertThat(world.called()).as("the new level has its own five minutes").hasSize(2);
  }

  @Test
  void notNowOfALevelThatIsPastSkipsNobody() {
    world.startsPaging();
    world.passes(LEVEL);

    world.says(MISAKI, Choice.NOT_NOW);

    assertThat(world.called()).containsExactly(MISAKI, ITSUKI);
  }

  @Test
  void emptyLevelIsSkippedAtOnceAndStandsOnTheTimeline() {
    world.onCall.put(OnCallLevel.PRIMARY, List.of());

    world.startsPaging();

    assertThat(world.called()).containsExactly(ITSUKI);
    assertThat(world.timeline).contains("Level 1 (on call) has nobody; skipped");
    assertThat(world.holes)
        .as("A09: readiness hears of it")
        .containsExactly("PRIMARY nobody NOBODY");
  }

  @Test
  void aChainThatIsStaffedHasNoHole() {
    world.startsPaging();

    assertThat(world.holes).isEmpty();
  }

  @Test
  void levelWithoutAWorkingContactIsSkippedAtOnce() {
    world.withoutContact.add(MISAKI);

    world.startsPaging();

    assertThat(world.called()).containsExactly(ITSUKI);
    assertThat(world.timeline)
        .contains("Level 1 (on call) has no way to be reached; skipped: misaki");
    assertThat(world.holes).containsExactly("PRIMARY misaki NO_CONTACT");
  }

  @Test
  void wholeTeamIsCalledAtOnce() {
    world.startsPaging();

    world.passes(LEVEL.multipliedBy(2));

    assertThat(world.called()).containsExactly(MISAKI, ITSUKI, ITSUKI, MISAKI);
    assertThat(world.pages.get(3).call().alsoCalled()).containsExactly(ITSUKI, MISAKI);
  }

  @Test
  void chainIsClimbedTwiceAndThenSaysSo() {
    world.startsPaging();

    world.passes(LEVEL.multipliedBy(10).minusSeconds(1));
    assertThat(world.pages).hasSize(12);
    assertThat(world.called().get(11)).isEqualTo(TAKUMI);
    assertThat(world.run().rings()).isTrue();
    world.passes(Duration.ofSeconds(1));

    assertThat(world.run().state()).isEqualTo(Calls.State.EXHAUSTED);
    assertThat(world.engine.processes().progress(INCIDENT).get(0).passed())
        .contains("Event_NobodyLeftToPage");
  }

  @Test
  void answerAfterTheEndOfTheChainStillCounts() {
    world.startsPaging();
    world.passes(LEVEL.multipliedBy(11));

    assertThat(world.desk.standing(world.link(MISAKI))).isInstanceOf(Standing.Ringing.class);
    assertThat(world.says(MISAKI, Choice.I_HAVE_IT)).isInstanceOf(Outcome.Yours.class);
  }

  @Test
  void nobodyAnywhereEndsAtOnce() {
    world.onCall.clear();

    world.startsPaging();

    assertThat(world.run().state()).isEqualTo(Calls.State.EXHAUSTED);
    assertThat(world.timeline).hasSize(10);
  }

  @Test
  void somebodyNobodyCanReachIsPassedOverAtOnce() {
    world.startsPaging();

    world.desk.unreachable(world.run().id(), 1, MISAKI);
    world.engine.settle();
    world.desk.unreachable(world.run().id(), 1, MISAKI);
    world.engine.settle();

    assertThat(world.called()).containsExactly(MISAKI, ITSUKI);
    assertThat(world.timeline).containsOnlyOnce("misaki could not be reached");
    assertThat(world.timeline).contains("misaki could not be reached");
    assertThat(world.holes).containsExactly("PRIMARY misaki NOT_DELIVERED");
  }

  @Test
  void oneOfATeamWhoCannotBeReachedStopsNobodyElse() {
    world.startsPaging();
    world.passes(LEVEL.multipliedBy(2));

    world.desk.unreachable(world.run().id(), 3, MISAKI);
    world.engine.settle();
    assertThat(world.called()).doesNotContain(AOI);

    world.desk.unreachable(world.run().id(), 3, ITSUKI);
    world.engine.settle();
    assertThat(world.called()).contains(AOI);
  }

  @Test
  void incidentAnsweredThroughAnotherDoorStopsTheCalls() {
    world.startsPaging();
    world.incidentIsAnsweredBy(AOI);

    world.desk.answeredElsewhere(INCIDENT, AOI, world.engine.time().instant());
    world.engine.settle();

    assertThat(world.run().answeredBy()).contains(AOI);
    assertThat(world.engine.isOver(INCIDENT)).isTrue();
  }

  @Test
  void incidentThatEndedIsNotCalledForAnyMore() {
    world.startsPaging();
    world.incidentBecomes(IncidentState.FALSE_ALARM);

    world.desk.incidentEnded(INCIDENT);
    world.passes(LEVEL);

    assertThat(world.called()).containsExactly(MISAKI);
    assertThat(world.desk.standing(world.link(MISAKI))).isInstanceOf(Standing.Over.class);
  }

  @Test
  void incidentThatEndedUnheardIsNoticedByTheTimer() {
    world.startsPaging();
    world.incidentBecomes(IncidentState.MERGED);

    world.passes(LEVEL);

    assertThat(world.called()).containsExactly(MISAKI);
    assertThat(world.engine.isOver(INCIDENT)).isTrue();
  }

  @Test
  void tasklistShowsTheCallToWhomItRingsFor() {
    world.startsPaging();

    assertThat(world.engine.tasklist("misaki").sees()).containsExactly(CallsDesk.STEP);
    assertThat(world.engine.tasklist("aoi").sees()).isEmpty();
  }

  @Test
  void answerInTasklistIsTheSameAnswer() {
    world.startsPaging();
    world.engine.tasklist("misaki").claim(CallsDesk.STEP);

    var answer =
        world.engine.tasklist("misaki").complete(CallsDesk.STEP, Facts.of("answer", "ACK"));
    world.engine.settle();

    assertThat(answer.done()).as(answer.sentence()).isTrue();
    assertThat(world.run().answeredBy()).contains(MISAKI);
    assertThat(world.cancelled).containsExactly(world.run().id());
    assertThat(world.engine.isOver(INCIDENT)).isTrue();
  }

  @Test
  void notNowInTasklistCallsTheNextLevelAndIsNotKept() {
    world.startsPaging();
    world.engine.tasklist("misaki").claim(CallsDesk.STEP);

    world.engine.tasklist("misaki").complete(CallsDesk.STEP, Facts.of("answer", "CANNOT"));
    world.engine.settle();

    assertThat(world.called()).containsExactly(MISAKI, ITSUKI);
    assertThat(world.run().called().get(0).reply()).isEqualTo(Reply.NONE);
  }

  @Test
  void whoWasNotCalledCannotTakeTheTask() {
    world.startsPaging();

    assertThat(world.engine.tasklist("aoi").claim(CallsDesk.STEP).done()).isFalse();
  }

  @Test
  void pageShowsWhoComesNextAndWhen() {
    world.startsPaging();

    assertThat(world.desk.standing(world.link(MISAKI)))
        .isEqualTo(
            new Standing.Ringing(
                LEVEL,
                world.engine.time().instant().plus(LEVEL),
                Optional.of(new Words("itsukiさん", "itsuki"))));
    Calls calls = world.desk.calls(INCIDENT).get(0);
    assertThat(calls.state()).isEqualTo(Calls.State.RINGING);
    assertThat(calls.level().en()).isEqualTo("Level 1 (on call)");
    assertThat(calls.called()).extracting(Calls.Called::person).containsExactly(MISAKI);
  }
}
