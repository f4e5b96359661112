package org.honbu.announcements.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.honbu.workflow.Decisions;
import org.honbu.workflow.Facts;

/** As process owners' table {@code UpdateCadence} says. */
@ApplicationScoped
class TabledCadence implements Cadence {
  private final Decisions decisions;

  @Inject
  TabledCadence(Decisions decisions) {
    this.decisions = decisions;
  }

  @Override
  public Duration within(Duties.Situation situation) {
    return decisions
        .decide("UpdateCadence", Facts.of("severity", situation.severity()))
        .get(0)
        .duration("updateWithin");
  }
}
