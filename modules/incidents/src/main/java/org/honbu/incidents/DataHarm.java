package org.honbu.incidents;

import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;

/**
 * Whether data or security is harmed, as people come to know it: often after the triage, and often
 * after the incident has ended (A34).
 */
public interface DataHarm {

  /**
   * Says how it is. Graver: anybody who may respond, customer support and privacy officers. Milder:
   * the commander; after the room has closed whoever commanded last, or a process owner. A triage
   * never makes it milder.
   *
   * @param is {@code NONE}, {@code SUSPECTED} or {@code CONFIRMED}
   * @param reason 1 to 500 characters
   * @return {@link Outcome.NotNow} when the incident was merged, aborted or a false alarm
   * @throws org.honbu.kernel.ProblemException {@code HB-3004}, {@code HB-3005} naming the field
   */
  Outcome say(IncidentId incident, Impact.DataSecurity is, String reason, PersonId by);
}
