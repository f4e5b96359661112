package org.honbu.notifications.internal;

import java.time.Duration;
import java.time.Instant;

/**
 * Spares a channel that fails again and again: after {@value #LIMIT} failures in a row it rests,
 * then one message tries it.
 */
final class Breaker {
  static final int LIMIT = 5;
  static final Duration REST = Duration.ofSeconds(30);

  private int failures;
  private Instant restsUntil = Instant.MIN;

  /** Whether a message may be tried now; after a rest, one caller hears yes and the rest waits. */
  synchronized boolean lets(Instant now) {
    if (failures < LIMIT) {
      return true;
    }
    if (now.isBefore(restsUntil)) {
      return false;
    }
    restsUntil = now.plus(REST);
    return true;
  }

  synchronized void worked() {
    failures = 0;
    restsUntil = Instant.MIN;
  }

  synchronized void failed(Instant now) {
    failures++;
    if (failures >= LIMIT) {
      restsUntil = now.plus(REST);
    }
  }
}
