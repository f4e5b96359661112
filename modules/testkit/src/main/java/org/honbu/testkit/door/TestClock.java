package org.honbu.testkit.door;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/**
 * Takes the place of the system's clock for domain and engine alike. Its priority stands on the
 * class: CDI 4.0 does not look for one on a producer, and then the alternative is never taken.
 */
@ApplicationScoped
@Priority(1)
class TestClock {
  @Produces
  @Alternative
  @ApplicationScoped
  Clock clock() {
    return MovableClock.THE_CLOCK;
  }
}
