package org.honbu.announcements.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.honbu.testkit.process.EngineHarness;

/** The clock of an engine that is built later than what it is read by. */
final class EngineClock extends Clock {
  private Clock engine = Clock.fixed(AnnouncementWorld.NOW, ZoneOffset.UTC);

  void follow(EngineHarness harness) {
    engine = harness.time();
  }

  @Override
  public Instant instant() {
    return engine.instant();
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new AssertionError("one zone is enough here");
  }
}
