package org.honbu.warroom;

import java.util.List;
import org.honbu.incidents.Outcome;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;

/**
 * Who is in the room, and how each of them can help (DOMAIN 2.4).
 *
 * <p>Coming, looking and leaving are free: nobody is paged to gather a crowd and nobody is counted
 * for it. Acting needs an assignment. Each act is one transaction or joins the caller's, and is
 * refused with a sentence once the room is closed.
 */
public interface Roster {

  /** Comes in, or changes how they can help; doing it twice does nothing twice. */
  Outcome join(IncidentId incident, Stance stance, String note, PersonId by);

  /** Goes, without a reason. */
  Outcome leave(IncidentId incident, PersonId by);

  /** Who is there now, first come first. */
  List<Member> present(IncidentId incident);
}
