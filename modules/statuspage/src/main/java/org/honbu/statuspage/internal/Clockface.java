package org.honbu.statuspage.internal;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.honbu.kernel.Words;

/** Times as users read them: absolute, with their zone (DOMAIN 6). */
final class Clockface {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm zzz", Locale.ENGLISH);
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("HH:mm:ss zzz", Locale.ENGLISH);
  private static final DateTimeFormatter DAY_JA =
      DateTimeFormatter.ofPattern("yyyy 年 M 月 d 日", Locale.JAPANESE);
  private static final DateTimeFormatter DAY_EN =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
  private static final DateTimeFormatter MONTH_JA =
      DateTimeFormatter.ofPattern("yyyy 年 M 月", Locale.JAPANESE);
  private static final DateTimeFormatter MONTH_EN =
      DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);

  private final ZoneId zone;
  private final Instant now;

  Clockface(ZoneId zone, Instant now) {
    this.zone = zone;
    this.now = now;
  }

  /** 03:44 JST, and the day before it when that is not today. */
  Words time(Instant at) {
    boolean today = at.atZone(zone).toLocalDate().equals(now.atZone(zone).toLocalDate());
    String time = TIME.format(at.atZone(zone));
    return today ? new Words(time, time) : withDay(at);
  }

  /** 2026 年 11 月 24 日 03:09 JST, 03:09 JST, 24 November 2026. */
  Words withDay(Instant at) {
    String time = TIME.format(at.atZone(zone));
    return new Words(
        DAY_JA.format(at.atZone(zone)) + " " + time, time + ", " + DAY_EN.format(at.atZone(zone)));
  }

  /** With its seconds, for a copy that may be old. */
  Words made() {
    String time = SECONDS.format(now.atZone(zone));
    return new Words(
        DAY_JA.format(now.atZone(zone)) + " " + time,
        time + ", " + DAY_EN.format(now.atZone(zone)));
  }

  YearMonth month(Instant at) {
    return YearMonth.from(at.atZone(zone));
  }

  static Words name(YearMonth month) {
    return new Words(MONTH_JA.format(month), MONTH_EN.format(month));
  }
}
