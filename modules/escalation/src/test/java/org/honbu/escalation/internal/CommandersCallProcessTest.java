package org.honbu.escalation.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.honbu.escalation.internal.World.AOI;
import static org.honbu.escalation.internal.World.DANIEL;
import static org.honbu.escalation.internal.World.INCIDENT;
import static org.honbu.escalation.internal.World.ITSUKI;
import static org.honbu.escalation.internal.World.MISAKI;

import java.time.Duration;
import java.util.List;
import org.honbu.escalation.Calls;
import org.honbu.incidents.CommandSeat;
import org.honbu.incidents.Severity;
import org.honbu.incidents.Standing;
import org.honbu.kernel.Kind;
import org.honbu.notifications.AnswerDesk;
import org.honbu.notifications.AnswerDesk.Choice;
import org.honbu.notifications.AnswerDesk.Outcome;
import org.honbu.people.OnCallLevel;
import org.honbu.workflow.Facts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A59: at severity 1 the commander’s answer is command, and the on-call is called until theirs. */
class CommandersCallProcessTest {
  private static final Duration LEVEL = Duration.ofMinutes(5);
  private static final Duration TWO_MINUTES = Duration.ofMinutes(2);
  private static final String LEAD = "Activity_LeadTheIncident";

  private final World world = World.ofEverything();

  @BeforeEach
  void misakiIsCalled() {
    world.onCall.put(OnCallLevel.COMMANDERS, List.of(AOI, DANIEL));
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
    world.passes(TWO_MINUTES);
  }

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void theRoomOpensWithTheCommanderAndTheOnCallIsCalledOn() {
    Outcome outcome = world.says(AOI, Choice.I_HAVE_IT);

    assertThat(outcome).isEqualTo(new Outcome.Commands(world.engine.time().instant()));
    assertThat(world.seat().map(CommandSeat::holder)).contains(AOI);
    assertThat(world.seat().map(CommandSeat::standing)).contains(Standing.HELD);
    assertThat(world.engine.waitsAt(INCIDENT)).contains(CallsDesk.STEP, LEAD);
    assertThat(world.run().rings()).isTrue();
    assertThat(world.cancelled).isEmpty();
  }

  @Test
  void theNextLevelIsCalledAtItsTime() {
    world.says(AOI, Choice.I_HAVE_IT);

    world.passes(LEVEL.minus(TWO_MINUTES).minusSeconds(1));
    assertThat(world.called()).as("at 4:59").containsExactly(MISAKI);
    world.passes(Duration.ofSeconds(1));

    assertThat(world.called()).containsExactly(MISAKI, ITSUKI);
  }

  @Test
  void theOnCallsAnswerStopsTheCallsAndLeavesCommandWhereItIs() {
    world.says(AOI, Choice.I_HAVE_IT);

    Outcome outcome = world.says(MISAKI, Choice.I_HAVE_IT);

    assertThat(outcome).isInstanceOf(Outcome.Yours.class);
    assertThat(world.run().state()).isEqualTo(Calls.State.ANSWERED);
    assertThat(world.cancelled).containsExactly(world.run().id());
    assertThat(world.engine.waitsAt(INCIDENT)).doesNotContain(CallsDesk.STEP).contains(LEAD);
    assertThat(world.seat().map(CommandSeat::holder)).contains(AOI);
  }

  @Test
  void theSecondCommanderHearsWhoCommands() {
    world.says(AOI, Choice.I_HAVE_IT);

    Outcome second = world.says(DANIEL, Choice.I_HAVE_IT);

    assertThat(second)
        .isInstanceOfSatisfying(
            Outcome.AlreadyTaken.class, taken -> assertThat(taken.by().id()).isEqualTo(AOI));
    assertThat(world.run().rings()).isTrue();
  }

  @Test
  void answeringTwiceIsTheSameCommand() {
    Outcome first = world.says(AOI, Choice.I_HAVE_IT);
    world.passes(Duration.ofMinutes(1));

    assertThat(world.says(AOI, Choice.I_HAVE_IT)).isEqualTo(first);
  }

  @Test
  void eachLinkShowsItsOwnCall() {
    world.says(AOI, Choice.I_HAVE_IT);

    assertThat(world.link.look(world.linkToCommand(DANIEL)))
        .isInstanceOfSatisfying(
            AnswerDesk.Standing.Commanded.class,
            commanded -> assertThat(commanded.by().id()).isEqualTo(AOI));
    assertThat(world.link.look(world.link(MISAKI))).isInstanceOf(AnswerDesk.Standing.Ringing.class);
  }

  @Test
  void whomTheChainItselfHasCalledAnswersForIt() {
    world.passes(LEVEL.multipliedBy(3));
    assertThat(world.called()).contains(AOI);

    assertThat(world.says(AOI, Choice.I_HAVE_IT)).isInstanceOf(Outcome.Yours.class);
    assertThat(world.run().rings()).isFalse();
  }

  @Test
  void belowSeverityOneACommandersAnswerIsTheFirstAnswer() {
    world.isOfSeverity(Severity.SEV2);

    assertThat(world.says(AOI, Choice.I_HAVE_IT)).isInstanceOf(Outcome.Yours.class);
    assertThat(world.run().rings()).isFalse();
    assertThat(world.seat()).isEmpty();
  }
}
