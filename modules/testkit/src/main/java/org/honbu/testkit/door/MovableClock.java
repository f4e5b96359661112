package org.honbu.testkit.door;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** Real time plus what tests have let pass. */
public final class MovableClock extends Clock {
  /** Variable of the environment: how far ahead the clock is when the server starts. */
  public static final String AHEAD = "HONBU_TEST_CLOCK_AHEAD";

  /** One for the whole server: the engine's clock is one, too. */
  public static final MovableClock THE_CLOCK =
      new MovableClock(Duration.parse(System.getenv().getOrDefault(AHEAD, "PT0S")));

  private final AtomicReference<Duration> ahead;

  private MovableClock(Duration ahead) {
    this.ahead = new AtomicReference<>(ahead);
  }

  /** Moves it forward, and answers how far ahead it is now. */
  public Duration passes(Duration time) {
    return ahead.accumulateAndGet(time, Duration::plus);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    Clock outer = this;
    return new Clock() {
      @Override
      public ZoneId getZone() {
        return zone;
      }

      @Override
      public Clock withZone(ZoneId other) {
        return outer.withZone(other);
      }

      @Override
      public Instant instant() {
        return outer.instant();
      }
    };
  }

  @Override
  public Instant instant() {
    return Clock.systemUTC().instant().plus(ahead.get());
  }
}
