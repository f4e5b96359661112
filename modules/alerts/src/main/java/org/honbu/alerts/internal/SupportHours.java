package org.honbu.alerts.internal;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.Set;

/**
 * When customer support looks at reports.
 *
 * @param from first minute of a working day
 * @param to first minute after it; the same as {@code from} means always
 */
record SupportHours(LocalTime from, LocalTime to) {
  static final SupportHours ALWAYS = new SupportHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
  private static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");
  private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

  SupportHours {
    if (from.isAfter(to)) {
      throw new IllegalArgumentException("honbu.alerts.support-hours end before they begin");
    }
  }

  /** {@code always}, or {@code 10:00-19:00}. */
  static SupportHours parse(String text) {
    if (text.equals("always")) {
      return ALWAYS;
    }
    String[] ends = text.split("-", -1);
    if (ends.length != 2) {
      throw new IllegalArgumentException(
          "honbu.alerts.support-hours must be “always” or like 10:00-19:00: " + text);
    }
    return new SupportHours(LocalTime.parse(ends[0]), LocalTime.parse(ends[1]));
  }

  boolean areOn(Instant instant) {
    ZonedDateTime at = instant.atZone(ZONE);
    LocalTime time = at.toLocalTime();
    return from.equals(to)
        || (!WEEKEND.contains(at.getDayOfWeek()) && !time.isBefore(from) && time.isBefore(to));
  }
}
