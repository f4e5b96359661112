package org.honbu.incidents;

import java.time.Duration;
import java.util.Optional;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;

/**
 * Taking back what was pressed by mistake.
 *
 * <p>An act of {@link Undoable} leaves an offer: who did it may take it back for {@link #WITHIN},
 * as long as nobody has built on it. What was announced or pressed at once stays pressed (an answer
 * silences the other calls, an escalation opens the room); what reaches outward (that it is over)
 * waits in the process until the offer has lapsed.
 *
 * <p>Transactions, locks, timeline, engine and failures are as in {@link Incidents}: an undo is an
 * act like any other, adds its own line and never takes one away.
 */
public interface Undo {
  /** How long a thumb has to notice. */
  Duration WITHIN = Duration.ofSeconds(30);

  /**
   * Takes the act back and announces {@link TakenBack}. Taking it back twice does nothing.
   *
   * @return {@link Outcome.NotAllowed} for anybody but who did it; {@link Outcome.NotNow} when it
   *     is too late, when somebody has built on it, and when there is nothing to take back
   */
  Outcome takeBack(IncidentId incident, Undoable act, PersonId by);

  /** What this person could take back now, the newest of it; changes nothing. */
  Optional<UndoOffer> offered(IncidentId incident, PersonId to);

  /** As {@link #offered(IncidentId, PersonId)}, of this act only. */
  Optional<UndoOffer> offered(IncidentId incident, Undoable act, PersonId to);

  /**
   * The time to take back an end is over; asked by the process before it tells anybody. From now on
   * no undo of it is heard: of the two, the one that has the record first decides.
   *
   * @return whether it is still over
   */
  boolean letStand(IncidentId incident);

  /** Whether its end may still be taken back, by whoever declared it. */
  boolean endMayBeTakenBack(IncidentId incident);

  /** Whether this act was ever taken back here. */
  boolean hasTakenBack(IncidentId incident, Undoable act);
}
