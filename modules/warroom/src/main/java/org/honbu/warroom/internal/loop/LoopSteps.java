package org.honbu.warroom.internal.loop;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.honbu.incidents.Command;
import org.honbu.incidents.CommandSeat;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.IncidentView;
import org.honbu.incidents.Room;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.warroom.Decision;
import org.honbu.warroom.Round;
import org.honbu.warroom.Round.Step;
import org.honbu.workflow.Facts;
import org.honbu.workflow.TaskHandler;

/** The two looks at the record by which {@code CommandLoop} goes on. */
@ApplicationScoped
class LoopSteps {
  /** As short as a diagram's timer may be. */
  private static final Duration SHORTLY = Duration.ofSeconds(10);

  /** What the deputy is given before the whole room hears that an update is late. */
  private static final Duration DEPUTY_FIRST = Duration.ofMinutes(5);

  private static final Duration REVIEW_IN = Duration.ofMinutes(15);

  private final Command command;
  private final IncidentBoard board;
  private final Rounds rounds;
  private final LoopStore store;
  private final Clock clock;

  @Inject
  LoopSteps(Command command, IncidentBoard board, Rounds rounds, LoopStore store, Clock clock) {
    this.command = command;
    this.board = board;
    this.rounds = rounds;
    this.store = store;
    this.clock = clock;
  }

  @Produces
  TaskHandler lookAtTheRound() {
    return new Named("lookAtTheRound", this::lookAtTheRound);
  }

  /** Nobody takes command between this look and the task that follows it: the lock is held. */
  private Facts lookAtTheRound(TaskHandler.Step step) {
    IncidentId incident = new IncidentId(step.subject());
    Optional<PersonId> commander = commander(incident);
    Optional<Round> round = rounds.now(incident);
    Facts facts = whether(incident, round);
    if (round.isEmpty() || commander.isEmpty()) {
      return facts.and("toAssess", false).and("toDecide", false).and("toAssign", false);
    }
    Step next = round.get().step();
    Optional<Decision> last = store.newest(DecisionRow.class, incident).map(DecisionRow::view);
    return facts
        .and("commander", commander.get())
        .and("toAssess", next == Step.ASSESS)
        .and("toDecide", next == Step.DECIDE)
        .and("toAssign", next == Step.ASSIGN)
        .and("reviewWithin", last.map(Decision::reviewAt).map(this::until).orElse(REVIEW_IN))
        .and("decision", last.map(Decision::decision).orElse(""))
        .and("whatFirst", last.map(Decision::whatFirst).orElse(""))
        .and("whereToLook", last.map(Decision::whereToLook).orElse(""))
        .and("howToRespond", last.map(Decision::howToRespond).orElse(""))
        .and("waitReason", "")
        .and("evidence", "")
        .and("nextStep", "CONTINUE");
  }

  @Produces
  TaskHandler lookAtTheClock() {
    return new Named("lookAtTheClock", this::lookAtTheClock);
  }

  private Facts lookAtTheClock(TaskHandler.Step step) {
    IncidentId incident = new IncidentId(step.subject());
    Optional<PersonId> commander = commander(incident);
    Optional<Round> round = rounds.now(incident);
    Facts facts = whether(incident, round);
    if (round.isEmpty() || commander.isEmpty()) {
      return facts;
    }
    Duration within = until(round.get().nextUpdate());
    return facts
        .and("commander", commander.get())
        .and("updateWithin", within)
        .and("roomToldWithin", within.plus(DEPUTY_FIRST))
        .and("conditions", "")
        .and("actions", "")
        .and("needs", "");
  }

  private Optional<PersonId> commander(IncidentId incident) {
    return command.lockSeat(incident).map(CommandSeat::holder);
  }

  private Facts whether(IncidentId incident, Optional<Round> round) {
    IncidentView view = board.view(incident);
    return Facts.of("resting", round.isEmpty())
        .and("roomGone", view.room() != Room.OPEN && view.state().isFinal());
  }

  private Duration until(Instant moment) {
    Duration wait = Duration.between(clock.instant(), moment);
    return wait.compareTo(SHORTLY) < 0 ? SHORTLY : wait;
  }
}
