package org.honbu.escalation.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.honbu.escalation.internal.World.AOI;
import static org.honbu.escalation.internal.World.INCIDENT;
import static org.honbu.escalation.internal.World.ITSUKI;
import static org.honbu.escalation.internal.World.MISAKI;

import java.time.Duration;
import java.time.Instant;
import org.honbu.escalation.Calls.Reply;
import org.honbu.incidents.TakenBack;
import org.honbu.incidents.Undoable;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.notifications.AnswerDesk.Choice;
import org.honbu.notifications.AnswerDesk.Standing;
import org.honbu.workflow.Facts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Never lose a page: an answer taken back leaves somebody called, wherever the process was. */
class TakenBackProcessTest {
  private static final Duration LEVEL = Duration.ofMinutes(5);
  private static final Duration SLIP = Duration.ofSeconds(20);

  private final World world = World.ofEverything();

  @BeforeEach
  void misakiIsCalled() {
    world
        .engine
        .processes()
        .start(
            "IncidentResponse",
            INCIDENT,
            Facts.of("incidentId", INCIDENT)
                .and("severity", 1)
                .and("teamId", "payments")
                .and("kind", Kind.REAL));
    world.engine.settle();
    assertThat(world.called()).containsExactly(MISAKI);
  }

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void theSameLevelRingsOnForTheRestOfItsTime() {
    world.passes(Duration.ofMinutes(1));
    world.says(MISAKI, Choice.I_HAVE_IT);
    assertThat(world.engine.waitsAt(INCIDENT)).containsExactly("Activity_Triage");
    world.passes(SLIP);

    takesBack(MISAKI);

    assertThat(world.engine.waitsAt(INCIDENT)).containsExactly(CallsDesk.STEP);
    assertThat(world.run().rings()).isTrue();
    assertThat(world.again).containsExactly("step 1 until " + now().plus(LEVEL).minusSeconds(60));
    world.passes(LEVEL.minusSeconds(61));
    assertThat(world.called()).as("a second before the four minutes are over").hasSize(1);
    world.passes(Duration.ofSeconds(1));
    assertThat(world.called()).containsExactly(MISAKI, ITSUKI);
    assertThat(world.runs.of(INCIDENT)).as("one run, however often").hasSize(1);
  }

  @Test
  void anAnswerAtTheLastSecondBringsNoNewFiveMinutes() {
    world.passes(LEVEL.minusSeconds(1));
    world.says(MISAKI, Choice.I_HAVE_IT);
    world.passes(SLIP);

    takesBack(MISAKI);
    world.passes(Duration.ofSeconds(10));

    assertThat(world.called()).containsExactly(MISAKI, ITSUKI);
  }

  @Test
  void theSecondLevelRingsOnWhenItWasTheSecond() {
    world.passes(LEVEL);
    world.says(ITSUKI, Choice.I_HAVE_IT);
    world.passes(SLIP);

    takesBack(ITSUKI);

    assertThat(world.again).singleElement().asString().startsWith("step 2 ");
    assertThat(world.run().called()).extracting(Called::reply).containsOnly(Reply.NONE);
    world.passes(LEVEL);
    assertThat(world.run().step()).isEqualTo(3);
  }

  @Test
  void theUndoMayComeBeforeTheProcessHasFollowedTheAnswer() {
    world.engine.tasklist("misaki").claim(CallsDesk.STEP);
    world.engine.tasklist("misaki").complete(CallsDesk.STEP, Facts.of("answer", "ACK"));

    world.link.takeBack(world.link(MISAKI));
    world.engine.settle();

    assertThat(world.engine.waitsAt(INCIDENT)).containsExactly(CallsDesk.STEP);
    assertThat(world.called()).as("nobody of the next level").containsExactly(MISAKI);
    assertThat(world.again).hasSize(1);
    world.passes(LEVEL);
    assertThat(world.called()).containsExactly(MISAKI, ITSUKI);
  }

  @Test
  void theUndoMayComeBeforeTheAnswerIsNoted() {
    world.desk.answer(INCIDENT, Choice.I_HAVE_IT, MISAKI);

    world.link.takeBack(world.link(MISAKI));
    world.engine.settle();

    assertThat(world.engine.waitsAt(INCIDENT)).containsExactly(CallsDesk.STEP);
    assertThat(world.engine.calls("noteTheAnswer")).hasSize(1);
  }

  @Test
  void takenBackThroughAnotherDoorItRingsOnByTheFact() {
    world.says(MISAKI, Choice.I_HAVE_IT);
    world.incident().takeBack(INCIDENT, Undoable.ANSWER, MISAKI);

    world.ringsOn.on(fact());
    world.engine.settle();

    assertThat(world.again).hasSize(1);
    assertThat(world.engine.waitsAt(INCIDENT)).containsExactly(CallsDesk.STEP);
  }

  @Test
  void theProcessMayAskBeforeTheFactArrives() {
    world.says(MISAKI, Choice.I_HAVE_IT);
    world.incident().takeBack(INCIDENT, Undoable.ANSWER, MISAKI);

    world.engine.settle();
    assertThat(world.run().rings()).isTrue();
    world.ringsOn.on(fact());

    assertThat(world.again).as("once").hasSize(1);
    assertThat(world.runs.of(INCIDENT)).hasSize(1);
  }

  @Test
  void anAnswersFactThatComesAfterItsUndoStopsNothing() {
    world.says(MISAKI, Choice.I_HAVE_IT);
    Instant answered = now();
    takesBack(MISAKI);

    world.desk.answeredElsewhere(INCIDENT, MISAKI, answered);
    world.engine.settle();

    assertThat(world.again).as("stopped and called again").hasSize(1);
    assertThat(world.run().rings()).isTrue();
    assertThat(world.engine.waitsAt(INCIDENT)).containsExactly(CallsDesk.STEP);
  }

  @Test
  void anUndosFactThatComesAfterTheNextAnswerRingsNobody() {
    world.says(MISAKI, Choice.I_HAVE_IT);
    takesBack(MISAKI);
    world.says(ITSUKI, Choice.I_HAVE_IT);

    world.ringsOn.on(fact());
    world.passes(Duration.ofMinutes(10));

    assertThat(world.run().answeredBy()).contains(ITSUKI);
    assertThat(world.called()).containsExactly(MISAKI);
  }

  @Test
  void whoTookItBackMaySayNotNowAndTheNextLevelIsCalledAtOnce() {
    world.says(MISAKI, Choice.I_HAVE_IT);
    takesBack(MISAKI);

    world.says(MISAKI, Choice.NOT_NOW);

    assertThat(world.called()).containsExactly(MISAKI, ITSUKI);
  }

  @Test
  void takingItBackTwiceByTheLinkRingsOnce() {
    world.says(MISAKI, Choice.I_HAVE_IT);

    takesBack(MISAKI);
    takesBack(MISAKI);

    assertThat(world.again).hasSize(1);
  }

  @Test
  void anAnswerAfterTheEndOfTheChainTakenBackBeginsTheChainAnew() {
    world.passes(Duration.ofMinutes(51));
    world.says(MISAKI, Choice.I_HAVE_IT);
    int before = world.pages.size();

    takesBack(MISAKI);

    assertThat(world.pages.size()).isGreaterThan(before);
    assertThat(world.engine.waitsAt(INCIDENT)).containsExactly(CallsDesk.STEP);
  }

  @Test
  void theLinkOffersTheUndoToWhomItBelongs() {
    world.says(MISAKI, Choice.I_HAVE_IT);

    assertThat(world.link.look(world.link(MISAKI)))
        .isInstanceOfSatisfying(
            Standing.Taken.class,
            taken -> assertThat(taken.undoUntil()).contains(now().plusSeconds(30)));
    assertThat(world.link.look(world.link(AOI)))
        .isInstanceOfSatisfying(
            Standing.Taken.class, taken -> assertThat(taken.undoUntil()).isEmpty());
    takesBack(MISAKI);
    assertThat(world.link.look(world.link(MISAKI))).isInstanceOf(Standing.Ringing.class);
  }

  private void takesBack(PersonId person) {
    assertThat(world.link.takeBack(world.link(person))).isEmpty();
    world.engine.settle();
  }

  private Instant now() {
    return world.engine.time().instant();
  }

  private TakenBack fact() {
    return new TakenBack(INCIDENT, Kind.REAL, Undoable.ANSWER, MISAKI, now());
  }
}
