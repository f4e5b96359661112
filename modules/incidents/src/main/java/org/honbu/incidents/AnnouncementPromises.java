package org.honbu.incidents;

import java.time.Instant;
import java.util.Optional;
import org.honbu.kernel.IncidentId;

/** What users were promised; answered by the module that tells them. */
public interface AnnouncementPromises {

  /** When users were promised to hear again; empty when nothing was. */
  Optional<Instant> next(IncidentId incident);
}
