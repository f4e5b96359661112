package org.honbu.escalation.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import org.honbu.incidents.Outcome;
import org.honbu.incidents.Undo;
import org.honbu.incidents.UndoOffer;
import org.honbu.incidents.Undoable;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;

/**
 * Takes answers back that were pressed on a page behind a link, calls and all in one transaction.
 */
@ApplicationScoped
class Slips {
  private final RunStore runs;
  private final Undo undo;
  private final RingingOn ringing;

  @Inject
  Slips(RunStore runs, Undo undo, RingingOn ringing) {
    this.runs = runs;
    this.undo = undo;
    this.ringing = ringing;
  }

  /**
   * Takes it back; the run's lock comes before the incident's, as everywhere here.
   *
   * @return why the answer stays, when it does
   */
  @Transactional
  public Optional<Words> takeBack(IncidentId incident, PersonId by) {
    runs.lockNewest(incident);
    Outcome outcome = undo.takeBack(incident, Undoable.ANSWER, by);
    if (outcome instanceof Outcome.NotAllowed no) {
      return Optional.of(no.why());
    }
    if (outcome instanceof Outcome.NotNow no) {
      return Optional.of(no.why());
    }
    ringing.ifNobodyHas(incident);
    return Optional.empty();
  }

  /** Until when the person may take their answer back. */
  Optional<Instant> offeredUntil(IncidentId incident, PersonId by) {
    return undo.offered(incident, Undoable.ANSWER, by).map(UndoOffer::until);
  }
}
