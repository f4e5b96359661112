package org.honbu.incidents;

import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;

/**
 * Says by name who tells users (DOMAIN 0.10).
 *
 * <p>Transactions, locks, timeline, engine and failures are as in {@link Incidents}. Whoever wants
 * to announce themselves {@linkplain Command#takeAnnouncing takes it}.
 */
public interface Announcers {

  /**
   * 「ユーザーアナウンスは xx さんに任せました」: the commander gives announcing to somebody, or the announcer hands it
   * over. It is theirs at once; who announced before is relieved. The same rules stand as for
   * whoever takes it.
   *
   * @param by the commander, or who announces now
   */
  TakeOutcome assign(IncidentId incident, PersonId announcer, PersonId by);
}
