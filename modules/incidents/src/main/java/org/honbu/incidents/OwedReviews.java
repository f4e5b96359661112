package org.honbu.incidents;

import org.honbu.kernel.IncidentId;

/**
 * What is still to be learned from an incident that is over; answered by the module that asks it.
 */
public interface OwedReviews {

  /** Whether a review of it is required and not finished; asked under the incident's lock. */
  boolean isOwed(IncidentId incident);
}
