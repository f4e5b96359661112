package org.honbu.warroom;

import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;

/**
 * Tells whoever arrives what they have to know: what is broken, since when, who commands, what is
 * excluded, what changed, and what they may do (DOMAIN 0.4).
 *
 * <p>Read within one transaction, for people with a login. When somebody looked last is one moment
 * of theirs for each incident, overwritten and never a log; it is told to nobody else.
 */
public interface CatchUp {

  /**
   * The card for this reader.
   *
   * @throws org.honbu.kernel.ProblemException {@code HB-3001} when there is no such incident
   */
  CatchUpCard of(IncidentId incident, PersonId reader);

  /** Notes that the person looks at the incident now; its page says so while it is in sight. */
  void looked(IncidentId incident, PersonId reader);
}
