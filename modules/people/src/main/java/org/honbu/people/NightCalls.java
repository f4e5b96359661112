package org.honbu.people;

import java.time.Instant;
import java.util.Set;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;

/**
 * Knows who was woken. Implemented by the module that calls people (notifications).
 *
 * <p>Joins the caller's transaction.
 */
public interface NightCalls {

  /**
   * Everybody to whom a real call has left in deep night since then.
   *
   * @param except an incident whose own calls do not count: being called to it is no reason to stay
   *     away from it
   */
  Set<PersonId> since(Instant from, IncidentId except);
}
