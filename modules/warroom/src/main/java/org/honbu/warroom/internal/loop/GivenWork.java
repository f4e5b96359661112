package org.honbu.warroom.internal.loop;

import java.time.Instant;
import org.honbu.kernel.IncidentId;

/** Whether anybody was given work. */
interface GivenWork {

  /** Whether somebody was given work then or later, and has not declined it. */
  boolean isGivenSince(IncidentId incident, Instant moment);
}
