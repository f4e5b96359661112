package org.honbu.incidents;

import java.util.Optional;
import java.util.Set;
import org.honbu.kernel.Actor;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;

/**
 * The war room and its duties: who commands, who announces.
 *
 * <p>Opening the room fills the seat with an acting commander in the same transaction; from then to
 * its closing somebody commands, and only one. A qualified person {@linkplain #take takes} it from
 * the acting one; from a commander who holds it, only a {@linkplain Handovers handover} can.
 *
 * <p>Transactions, locks, timeline, engine and failures are as in {@link Incidents}. The seat, its
 * interval and the assignee of the task <em>Lead the incident</em> change together or not at all.
 */
public interface Command {

  /**
   * Opens the room, or adds the reasons to an open one. Who answered first acts as commander, else
   * {@code otherwise}.
   *
   * @param otherwise who acts when nobody has answered
   * @return {@link Outcome.NotNow} when nobody has answered and nobody is named: no empty room
   */
  Outcome openRoom(
      IncidentId incident, Set<LargeReason> reasons, Optional<PersonId> otherwise, Actor by);

  /**
   * エスカレ: anybody opens the room, no reason asked. When nobody has answered yet, they act as
   * commander until somebody does.
   */
  Outcome escalate(IncidentId incident, PersonId by);

  /**
   * Takes command from an acting commander. May: {@code incident-commander}; in a drill {@code
   * commander-trainee} too; after {@link #openBreakGlass} any {@code responder}, as acting. Not
   * while commanding another open severity 1 or 2 (RO-C1), not the announcer at severity 1 or 2.
   */
  TakeOutcome take(IncidentId incident, PersonId by);

  /**
   * Nobody came: the acting commander holds it from now on, marked unqualified (TM12); announces
   * {@link NobodyClaimed}.
   */
  Outcome confirmActing(IncidentId incident, Actor by);

  /** Nobody came for five minutes: any responder may take command as acting (TM11). */
  void openBreakGlass(IncidentId incident, Actor by);

  /**
   * Takes announcing, as {@link Announcers#mayAnnounce} allows; at severity 1 or 2 also off the
   * commander who stands in.
   */
  TakeOutcome takeAnnouncing(IncidentId incident, PersonId by);

  /** Who commands now; empty when no room is open. */
  Optional<CommandSeat> seat(IncidentId incident);

  /**
   * As {@link #seat}, under the incident's lock: who commands, and that the room is open, stays
   * true until the caller's transaction ends. For modules above that decide by it.
   *
   * @throws org.honbu.kernel.ProblemException {@code HB-3001} when there is none of that number
   */
  Optional<CommandSeat> lockSeat(IncidentId incident);
}
