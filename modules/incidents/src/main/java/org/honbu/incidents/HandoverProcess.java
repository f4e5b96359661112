package org.honbu.incidents;

import java.util.Optional;
import org.honbu.kernel.Actor;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;

/**
 * What the process does in a handover: waiting, asking the next, and the time that is up. Joins the
 * caller's transaction; asking twice does nothing twice. The record decides; a step that comes late
 * finds that out and says how it stands.
 */
public interface HandoverProcess {

  /** Fills in what is known by now, while nobody has written the briefing. */
  HandoverView prepare(IncidentId incident, int number);

  /**
   * The outgoing commander did not write the briefing in time: the deputy may finish it.
   *
   * @return the deputy, if there is one
   */
  Optional<PersonId> letDeputyBrief(IncidentId incident, int number, Actor by);

  /**
   * The time to answer is up, or an answer came: whoever was asked last and did not answer is
   * passed over.
   *
   * @param round who was asked last
   */
  HandoverView afterRound(IncidentId incident, int number, int round, Actor by);

  /** The commander did not object: command moves, unless it was decided otherwise meanwhile. */
  HandoverView moveIfNobodyObjected(IncidentId incident, int number, Actor by);

  /** Ends what still runs: nobody took over. */
  HandoverView giveUp(IncidentId incident, int number, Actor by);

  /**
   * Lets the process follow the record's handover: tells it that one began, unless it has heard or
   * there is nothing to follow.
   *
   * @return false while the process does not wait for it yet
   */
  boolean follow(IncidentId incident, int number);

  /**
   * As {@link #follow}, of the one that runs, for a process that was lost and is back.
   *
   * @return false while the process does not wait for it yet
   */
  boolean followAgain(IncidentId incident);
}
