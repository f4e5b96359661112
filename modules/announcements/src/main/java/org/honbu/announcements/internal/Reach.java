package org.honbu.announcements.internal;

import org.honbu.announcements.Audience;
import org.honbu.kernel.IncidentId;

/** Says whom a message that is written now is for. */
interface Reach {

  /** As things stand; whoever was told something hears how it ends. */
  Audience now(IncidentId incident);
}
