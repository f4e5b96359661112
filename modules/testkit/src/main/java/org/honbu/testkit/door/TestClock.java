package org.honbu.testkit.door;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** Takes the place of the system's clock for domain and engine alike. */
@ApplicationScoped
class TestClock {
  @Produces
  @Alternative
  @Priority(1)
  @ApplicationScoped
  Clock clock() {
    return MovableClock.THE_CLOCK;
  }
}
