package org.honbu.learning.internal;

import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;

/** What messages are about: a review, or an action item that is there before it. */
interface OfAnIncident {
  IncidentId incident();

  /** A drill's messages stay a drill's. */
  Kind mode();

  int severity();
}
