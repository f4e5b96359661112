package org.honbu.announcements.internal;

import java.time.Duration;
import java.util.Optional;
import org.honbu.kernel.IncidentId;

/** How long users may go without hearing from us (TM19). */
interface Cadence {

  /** Between one message and the next, as things stand now. */
  Duration within(IncidentId incident, Duties.Situation situation);

  /**
   * How soon the second message says who is affected, once that is known; counted from the first.
   * Empty where a table of an older set does not say.
   */
  Optional<Duration> scope(Duties.Situation situation);

  /** How long before a text is due its author is asked for it. */
  Duration lead(Duties.Situation situation);
}
