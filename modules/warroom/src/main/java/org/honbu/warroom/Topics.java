package org.honbu.warroom;

import java.util.List;
import org.honbu.kernel.IncidentId;

/** Questions that are talked about in side rooms, one at a time on the floor (DOMAIN 2.4, T14). */
public interface Topics {

  /** Those that are open, oldest first. */
  List<Topic> open(IncidentId incident);
}
