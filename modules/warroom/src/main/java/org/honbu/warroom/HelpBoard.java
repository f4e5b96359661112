package org.honbu.warroom;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.honbu.incidents.Outcome;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;

/**
 * What first-timers can do: the answer to 「自分が何を手伝えるのか分からない」 (DOMAIN 2.4, T17). Transactions, locks
 * and refusals are as in {@link Roster}.
 */
public interface HelpBoard {

  /** Every task, and who has it now. */
  List<Offer> offers(IncidentId incident);

  /** Takes one, for somebody who came in and holds no duty; one task for a person at a time. */
  Outcome take(IncidentId incident, HelpTask task, PersonId by);

  /**
   * It is done for now, and open to the next.
   *
   * @param found what came out of it, at most 200 characters; may be empty
   */
  Outcome done(IncidentId incident, HelpTask task, String found, PersonId by);

  /**
   * A task as it stands.
   *
   * @param taker who has it; empty when it is open
   */
  record Offer(HelpTask task, Optional<PersonId> taker, Optional<Instant> since) {}
}
