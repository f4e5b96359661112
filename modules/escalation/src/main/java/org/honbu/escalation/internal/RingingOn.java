package org.honbu.escalation.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.honbu.escalation.Calls;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.IncidentView;
import org.honbu.kernel.IncidentId;
import org.honbu.notifications.Notifications;

/**
 * Lets a run ring on that was stopped by an answer nobody stands by any more: the same level is
 * called again, for what was left of its time.
 *
 * <p>Whoever comes first does it, the undo, its fact or the process that asks for the next level;
 * the others find it ringing. What the incident's record says decides.
 */
@ApplicationScoped
class RingingOn {
  private final RunStore runs;
  private final IncidentBoard board;
  private final Notifications notifications;
  private final Clock clock;

  @Inject
  RingingOn(RunStore runs, IncidentBoard board, Notifications notifications, Clock clock) {
    this.runs = runs;
    this.board = board;
    this.notifications = notifications;
    this.clock = clock;
  }

  /** Locks the incident's newest run and lets it ring on, if nobody has the incident. */
  @Transactional
  public void ifNobodyHas(IncidentId incident) {
    runs.lockNewest(incident).ifPresent(run -> ifNobodyHas(run, board.view(incident)));
  }

  /** As above, of a run that is locked already. */
  void ifNobodyHas(Run run, IncidentView view) {
    boolean stopped = run.state() == Calls.State.ANSWERED;
    if (stopped && view.answeredBy().isEmpty() && view.state().isOpen()) {
      run.ringsOn(clock.instant());
      run.answerBy().ifPresent(until -> notifications.pageAgain(run.id(), run.step(), until));
    }
  }
}
