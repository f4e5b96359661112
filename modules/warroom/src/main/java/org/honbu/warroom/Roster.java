package org.honbu.warroom;

import java.util.List;
import org.honbu.incidents.Outcome;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;

/**
 * Who is in the room, and how each of them can help (DOMAIN 2.4).
 *
 * <p>Coming, looking and leaving are free: nobody is paged to gather a crowd and nobody is counted
 * for it. Acting needs an assignment. Each act is one transaction or joins the caller's, takes the
 * incident's lock first, and is refused with a sentence unless the room is open.
 */
public interface Roster {

  /**
   * Comes in, or changes how they can help; doing it twice does nothing twice. Whoever had been
   * summoned has arrived with that.
   *
   * @param note what they know or can do, at most 200 characters; needed with {@link
   *     Stance#HAVE_CONTEXT}
   */
  Outcome join(IncidentId incident, Stance stance, String note, PersonId by);

  /** Goes, without a reason. */
  Outcome leave(IncidentId incident, PersonId by);

  /** Who is there now and has not been released, first come first. */
  List<Member> present(IncidentId incident);

  /** Everybody in the room by what they do there; empty lists when no room is open. */
  RoomPeople people(IncidentId incident);
}
