package org.honbu.response.internal;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.Set;

/** Business hours: Monday to Friday, 10:00 to 19:00 in Tokyo (GL-63). */
enum Hours {
  BUSINESS,
  OFF;

  private static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");
  private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
  private static final int OPENS = 10;
  private static final int CLOSES = 19;

  static Hours at(Instant instant) {
    ZonedDateTime now = instant.atZone(ZONE);
    boolean isOpen =
        !WEEKEND.contains(now.getDayOfWeek()) && now.getHour() >= OPENS && now.getHour() < CLOSES;
    return isOpen ? BUSINESS : OFF;
  }

  /**
   * How long it takes until people have been at work for so long, nights and weekends included.
   *
   * @param worked at most a few working days
   */
  static Duration untilWorked(Instant from, Duration worked) {
    ZonedDateTime at = from.atZone(ZONE);
    Duration left = worked;
    for (LocalDate day = at.toLocalDate(); ; day = day.plusDays(1)) {
      ZonedDateTime opens = day.atTime(OPENS, 0).atZone(ZONE);
      ZonedDateTime closes = day.atTime(CLOSES, 0).atZone(ZONE);
      ZonedDateTime start = at.isAfter(opens) ? at : opens;
      if (WEEKEND.contains(day.getDayOfWeek()) || !start.isBefore(closes)) {
        continue;
      }
      Duration open = Duration.between(start, closes);
      if (left.compareTo(open) <= 0) {
        return Duration.between(from, start.plus(left));
      }
      left = left.minus(open);
    }
  }
}
