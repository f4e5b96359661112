package org.honbu.incidents.internal;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.people.CommandHistory;

/** Reads who commanded what, and who does; a fixed number of queries, however many there are. */
interface CommandLedger {

  /** Of everybody who has commanded; the figures are of real incidents only. */
  Map<PersonId, CommandHistory> histories(Instant now);

  /** Who commands an open severity 1 or 2 other than this (RO-C1). */
  Set<PersonId> commandMajorElsewhere(IncidentId incident);

  /** Who was asked to take over command of this and could not. */
  Set<PersonId> declined(IncidentId incident);
}
