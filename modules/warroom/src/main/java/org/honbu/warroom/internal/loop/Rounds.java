package org.honbu.warroom.internal.loop;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.IncidentState;
import org.honbu.incidents.IncidentView;
import org.honbu.incidents.Room;
import org.honbu.incidents.Severity;
import org.honbu.kernel.Actor;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.ProblemException;
import org.honbu.warroom.ReviewEffect.Next;
import org.honbu.warroom.Round;
import org.honbu.warroom.Round.Step;
import org.honbu.workflow.Decisions;
import org.honbu.workflow.Facts;

/**
 * Where the loop stands, by what is on record and nothing else.
 *
 * <p>A round begins when the room opens, when a review says how it went, and when the problem comes
 * back. It goes on from the furthest that was done in it: who decides at once has assessed enough.
 */
@ApplicationScoped
class Rounds {
  static final String TABLE = "InternalUpdate";

  private final LoopStore store;
  private final IncidentBoard board;
  private final GivenWork work;
  private final Decisions decisions;

  @Inject
  Rounds(LoopStore store, IncidentBoard board, GivenWork work, Decisions decisions) {
    this.store = store;
    this.board = board;
    this.work = work;
    this.decisions = decisions;
  }

  /** Whether there is somebody who leads people through rounds: a room, and harm to be stopped. */
  static boolean areHeld(IncidentView view) {
    return view.room() == Room.OPEN
        && view.seat().isPresent()
        && view.state().compareTo(IncidentState.MITIGATED) < 0;
  }

  Optional<Round> now(IncidentId incident) {
    IncidentView view = board.view(incident);
    return areHeld(view) ? Optional.of(of(view)) : Optional.empty();
  }

  private Round of(IncidentView view) {
    IncidentId incident = view.id();
    List<ReviewRow> reviews = store.all(ReviewRow.class, incident);
    Instant began = began(view, reviews);
    Optional<DecisionRow> decision = store.newest(DecisionRow.class, incident);
    Optional<DecisionRow> decided = decision.filter(row -> row.isSince(began));
    Duration within = updateWithin(view);
    return new Round(
        (int) reviews.stream().filter(row -> goesOn(row.view().next())).count() + 1,
        began,
        decided.map(now -> after(now, incident)).orElseGet(() -> before(incident, began)),
        store.newest(AssessmentRow.class, incident).map(AssessmentRow::view),
        decision.map(DecisionRow::weighing),
        waiting(incident, decided).map(WaitingRow::reason),
        objectives(incident),
        nextUpdate(view, reviews, within),
        within);
  }

  /** What another incident is merged into goes on as it is; a round has ended all the same. */
  private static boolean goesOn(Next next) {
    return switch (next) {
      case CONTINUE, MERGE -> true;
      case MITIGATED, FALSE_ALARM -> false;
    };
  }

  /** What was done in the instant of a review belongs to the round that ended with it. */
  private static Instant began(IncidentView view, List<ReviewRow> reviews) {
    Instant opened = opened(view);
    return reviews.stream()
        .findFirst()
        .map(last -> last.at().plus(1, ChronoUnit.MICROS))
        .filter(opened::isBefore)
        .orElse(opened);
  }

  private static Instant opened(IncidentView view) {
    return view.times().roomOpenedAt().orElse(view.times().declaredAt());
  }

  private Step before(IncidentId incident, Instant began) {
    boolean assessed =
        store.newest(AssessmentRow.class, incident).filter(row -> row.isSince(began)).isPresent();
    return assessed ? Step.DECIDE : Step.ASSESS;
  }

  private Step after(DecisionRow decided, IncidentId incident) {
    boolean assigned =
        waiting(incident, Optional.of(decided)).isPresent()
            || work.isGivenSince(incident, decided.at());
    if (!assigned) {
      return Step.ASSIGN;
    }
    boolean told =
        store
            .newest(UpdateRow.class, incident)
            .filter(row -> row.isSince(decided.at()))
            .isPresent();
    return told ? Step.REVIEW : Step.UPDATE;
  }

  private Optional<WaitingRow> waiting(IncidentId incident, Optional<DecisionRow> decided) {
    return decided.flatMap(
        now -> store.newest(WaitingRow.class, incident).filter(row -> row.isSince(now.at())));
  }

  List<String> objectives(IncidentId incident) {
    return store.newest(ObjectivesRow.class, incident).map(ObjectivesRow::aims).orElse(List.of());
  }

  /** How long the room may go without hearing anything, as severe as it is now (TM17). */
  Duration updateWithin(IncidentView view) {
    int severity = view.severity().map(Severity::level).orElse(1);
    return decisions.decide(TABLE, Facts.of("severity", severity)).stream()
        .findFirst()
        .map(row -> row.duration("updateWithin"))
        .orElseThrow(() -> new ProblemException(LoopProblems.NO_ROW, TABLE));
  }

  /**
   * As it was promised, and never later than the table allows by now: a severity that has risen
   * shortens what was promised before.
   */
  private Instant nextUpdate(IncidentView view, List<ReviewRow> reviews, Duration within) {
    Optional<UpdateRow> last = store.newest(UpdateRow.class, view.id());
    Instant opened = opened(view);
    Instant heard =
        Stream.concat(last.stream().map(Row::at), cameBack(reviews))
            .filter(opened::isBefore)
            .max(Instant::compareTo)
            .orElse(opened);
    Instant latest = heard.plus(within);
    return last.filter(told -> told.at().equals(heard))
        .map(UpdateRow::nextAt)
        .filter(latest::isAfter)
        .orElse(latest);
  }

  /** Honbu writes a review itself when a problem comes back. */
  private static Stream<Instant> cameBack(List<ReviewRow> reviews) {
    return reviews.stream()
        .filter(row -> !(row.by() instanceof Actor.Person))
        .limit(1)
        .map(Row::at);
  }
}
