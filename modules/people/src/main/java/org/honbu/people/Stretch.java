package org.honbu.people;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A stretch of time.
 *
 * @param from its first instant
 * @param to the first instant after it; later than {@code from}
 */
public record Stretch(Instant from, Instant to) {

  public Stretch {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("no time between " + from + " and " + to);
    }
  }

  public Duration length() {
    return Duration.between(from, to);
  }

  /** What of it is also in the other; empty when they do not meet. */
  public Optional<Stretch> overlap(Stretch other) {
    Instant begin = from.isAfter(other.from) ? from : other.from;
    Instant end = to.isBefore(other.to) ? to : other.to;
    return begin.isBefore(end) ? Optional.of(new Stretch(begin, end)) : Optional.empty();
  }
}
