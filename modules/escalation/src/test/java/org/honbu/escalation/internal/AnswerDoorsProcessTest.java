package org.honbu.escalation.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.honbu.escalation.internal.World.INCIDENT;
import static org.honbu.escalation.internal.World.ITSUKI;
import static org.honbu.escalation.internal.World.MISAKI;

import java.time.Duration;
import org.honbu.kernel.Kind;
import org.honbu.notifications.AnswerDesk.Choice;
import org.honbu.notifications.AnswerDesk.Outcome;
import org.honbu.workflow.Facts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every door to an answer, with the calls where they really run: inside the whole response. */
class AnswerDoorsProcessTest {
  private final World world = World.ofEverything();

  @BeforeEach
  void incidentIsDeclaredAndSomebodyIsCalled() {
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
  void linkEndsTheCallsAndTheResponseGoesOn() {
    Outcome outcome = world.says(MISAKI, Choice.I_HAVE_IT);

    assertThat(outcome).isInstanceOf(Outcome.Yours.class);
    theResponseGoesOnOnce();
  }

  @Test
  void tasklistEndsTheCallsAndTheResponseGoesOn() {
    world.engine.tasklist("misaki").claim(CallsDesk.STEP);

    var done = world.engine.tasklist("misaki").complete(CallsDesk.STEP, Facts.of("answer", "ACK"));
    world.engine.settle();

    assertThat(done.done()).as(done.sentence()).isTrue();
    assertThat(world.run().answeredBy()).contains(MISAKI);
    theResponseGoesOnOnce();
  }

  @Test
  void loserInTasklistIsToldWhoHasIt() {
    world.passes(Duration.ofMinutes(5));
    world.engine.tasklist("itsuki").claim(CallsDesk.STEP);
    world.incidentIsAnsweredBy(MISAKI);

    var lost = world.engine.tasklist("itsuki").complete(CallsDesk.STEP, Facts.of("answer", "ACK"));

    assertThat(lost.done()).isFalse();
    assertThat(lost.sentence()).contains("misaki");
    assertThat(world.called()).containsExactly(MISAKI, ITSUKI);
  }

  @Test
  void answerAfterEverybodyWasCalledTwiceEndsTheSearchByPhone() {
    world.passes(Duration.ofMinutes(51));
    assertThat(world.engine.waitsAt(INCIDENT)).contains("Activity_ReachByPhone");

    world.says(MISAKI, Choice.I_HAVE_IT);

    assertThat(world.engine.waitsAt(INCIDENT)).doesNotContain("Activity_ReachByPhone");
    theResponseGoesOnOnce();
  }

  @Test
  void pagingBeginsAgainAfterAQuarterOfAnHourWithoutAnybody() {
    world.passes(Duration.ofMinutes(51));
    int before = world.pages.size();

    world.passes(Duration.ofMinutes(15));

    assertThat(world.pages.size()).isGreaterThan(before);
    assertThat(world.runs.of(INCIDENT)).hasSize(2);
  }

  private void theResponseGoesOnOnce() {
    assertThat(world.engine.calls("noteTheAnswer")).hasSize(1);
    assertThat(world.engine.waitsAt(INCIDENT)).isNotEmpty().doesNotContain(CallsDesk.STEP);
    world.passes(Duration.ofMinutes(6));
    assertThat(world.engine.calls("noteTheAnswer")).hasSize(1);
    assertThat(world.run().rings()).isFalse();
  }
}
