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

  /**
   * RO-F: nobody announces and nobody but the commander could. Then the commander does, whatever
   * their role and the severity, and timeline and war room say so. Somebody else still approves
   * what they write, and the next announcer who comes takes it off them.
   *
   * @return whether it was given to them now
   */
  boolean fallsToTheCommander(IncidentId incident);

  /**
   * Whether this person could announce here now: role {@code announcer}, at severity 1 or 2 not the
   * commander; the commander where nobody else has the role and can be reached. Changes nothing.
   */
  boolean mayAnnounce(IncidentId incident, PersonId person);
}
