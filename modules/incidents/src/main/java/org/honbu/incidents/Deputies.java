package org.honbu.incidents;

import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;

/**
 * The deputy (DOMAIN RO-5): one hot standby who could command at once. Transactions, timeline and
 * failures are as in {@link Incidents}.
 */
public interface Deputies {

  /** The commander appoints somebody with the role {@code incident-commander}; the last counts. */
  Outcome appoint(IncidentId incident, PersonId deputy, PersonId by);

  /** The deputy gives the duty back. */
  Outcome leave(IncidentId incident, PersonId by);
}
