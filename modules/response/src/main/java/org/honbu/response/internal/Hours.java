package org.honbu.response.internal;

import java.time.DayOfWeek;
import java.time.Instant;
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
}
