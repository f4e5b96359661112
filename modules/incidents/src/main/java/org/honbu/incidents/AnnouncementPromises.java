package org.honbu.incidents;

import java.time.Instant;
import java.util.Optional;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Words;

/** What users were promised; answered by the module that tells them. */
public interface AnnouncementPromises {

  /** When users were promised to hear again; empty when nothing was. */
  Optional<Instant> next(IncidentId incident);

  /** The text that waits to be approved or published; empty when none does. */
  default Optional<Words> waiting(IncidentId incident) {
    return Optional.empty();
  }
}
