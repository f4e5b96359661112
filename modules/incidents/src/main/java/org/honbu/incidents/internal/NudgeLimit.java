package org.honbu.incidents.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;

/**
 * Lets one person nudge once in a while. Who did is remembered here, in memory and for that while
 * only: it is never stored, so a restart, or another node, may let somebody nudge again.
 */
@ApplicationScoped
class NudgeLimit {
  private final Map<Nudge, Instant> lately = new ConcurrentHashMap<>();

  private record Nudge(IncidentId incident, PersonId person) {}

  /** Whether the person may nudge now. */
  boolean lets(IncidentId incident, PersonId person, Duration once, Instant now) {
    lately.values().removeIf(last -> !now.isBefore(last.plus(once)));
    return !lately.containsKey(new Nudge(incident, person));
  }

  /** They have; for a while they may not again. */
  void nudged(IncidentId incident, PersonId person, Instant now) {
    lately.put(new Nudge(incident, person), now);
  }
}
