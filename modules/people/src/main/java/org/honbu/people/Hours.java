package org.honbu.people;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.Set;

/**
 * When people are at work: Monday to Friday, 10:00 to 19:00 in Tokyo unless another zone is asked
 * for (GL-63). Public holidays count as working days so far.
 */
public enum Hours {
  BUSINESS,
  OFF;

  private static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");
  private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
  private static final int OPENS = 10;
  private static final int CLOSES = 19;
  private static final int NIGHT_FALLS = 22;
  private static final int NIGHT_ENDS = 5;

  /** What hours it is at that instant, in Tokyo. */
  public static Hours at(Instant instant) {
    return at(instant, ZONE);
  }

  /** What hours it is at that instant. */
  public static Hours at(Instant instant, ZoneId zone) {
    ZonedDateTime now = instant.atZone(zone);
    boolean isOpen =
        !WEEKEND.contains(now.getDayOfWeek()) && now.getHour() >= OPENS && now.getHour() < CLOSES;
    return isOpen ? BUSINESS : OFF;
  }

  /** Whether it is deep night, 22:00 to 05:00 (GL-63): whoever is called then has been woken. */
  public static boolean isDeepNight(Instant instant, ZoneId zone) {
    int hour = instant.atZone(zone).getHour();
    return hour >= NIGHT_FALLS || hour < NIGHT_ENDS;
  }

  /**
   * How long it takes until people have been at work for so long, nights and weekends included.
   *
   * @param worked at most a few working days
   */
  public static Duration untilWorked(Instant from, Duration worked) {
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
