package org.honbu.testkit.process;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Consumer;

/** The one clock of a test: it stands still until the test says that time passes. */
public final class TestTime extends Clock {
  private final Consumer<Instant> workUntil;
  private Instant now = Instant.parse("2026-04-01T03:00:00Z");

  TestTime(Consumer<Instant> workUntil) {
    this.workUntil = workUntil;
  }

  /** Lets time pass; whatever falls due on the way happens at its own instant, in order. */
  public void passes(Duration duration) {
    Instant until = now.plus(duration);
    workUntil.accept(until);
    now = until;
  }

  void reach(Instant instant) {
    if (instant.isAfter(now)) {
      now = instant;
    }
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.fixed(now, zone);
  }
}
