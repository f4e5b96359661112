package org.honbu.people;

import java.time.Instant;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;

/**
 * Remembers what people did in real incidents, so that they see how far they have come (DOMAIN 3.8,
 * T17). There is no list of everybody and no order of people: whoever reads, reads their own.
 *
 * <p>So far it tells L0 from L1; L2 and what lies between need assignments and drills on record. L3
 * and L5 are granted, with {@code commander-trainee} and {@code incident-commander}.
 *
 * <p>Each method joins the caller's transaction. That it was a real incident is the caller's check.
 */
public interface LevelRecords {

  /** They came into an incident's room; the first time counts. */
  void came(PersonId person, IncidentId incident, Instant at);

  /** They finished something; once for each task they took. */
  void contributed(Contribution contribution);

  LevelRecord of(PersonId person);
}
