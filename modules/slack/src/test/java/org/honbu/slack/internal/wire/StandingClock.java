package org.honbu.slack.internal.wire;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that moves when told. */
public final class StandingClock extends Clock {
  private Instant now = Instant.parse("2026-11-28T03:00:00Z");

  /** Answers how far it went. */
  public Duration passes(Duration time) {
    now = now.plus(time);
    return time;
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
    throw new UnsupportedOperationException();
  }
}
