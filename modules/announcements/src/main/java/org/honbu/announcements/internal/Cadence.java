package org.honbu.announcements.internal;

import java.time.Duration;
import org.honbu.kernel.IncidentId;

/** How long users may go without hearing from us (TM19). */
interface Cadence {

  /** Between one message and the next, as things stand now. */
  Duration within(IncidentId incident, Duties.Situation situation);

  /** How long before a text is due its author is asked for it. */
  Duration lead(Duties.Situation situation);
}
