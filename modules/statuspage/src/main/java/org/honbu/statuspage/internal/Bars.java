package org.honbu.statuspage.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.honbu.kernel.Words;
import org.honbu.statuspage.internal.PublicIncident.Span;

/**
 * Ninety days of one service, a bar a day: how long users noticed something. How bad it was is not
 * known to the public, so the bars do not say it.
 */
final class Bars {
  static final int DAYS = 90;

  /** From here on a day's bar is the tallest. */
  static final Duration LONG = Duration.ofHours(1);

  private final PublicBoard board;

  Bars(PublicBoard board) {
    this.board = board;
  }

  /** How long it was on each day, the oldest first. */
  List<Duration> of(PublicComponent component) {
    List<Span> spans =
        board.of(component).flatMap(one -> one.impact(board.madeAt()).stream()).toList();
    LocalDate today = board.madeAt().atZone(board.zone()).toLocalDate();
    return IntStream.range(0, DAYS)
        .mapToObj(i -> today.minusDays(DAYS - 1L - i))
        .map(day -> on(day, spans))
        .toList();
  }

  Html drawn(PublicComponent component, Locale reader) {
    List<Duration> days = of(component);
    long affected = days.stream().filter(day -> !day.isZero()).count();
    String said =
        new Words("過去 90 日のうち {0} 日に影響がありました", "Affected on {0} of the last 90 days")
            .with(affected)
            .in(reader);
    String rects =
        IntStream.range(0, DAYS).mapToObj(i -> bar(i, days.get(i))).collect(Collectors.joining());
    return Html.of(
        "<svg viewBox=\"0 0 720 20\" preserveAspectRatio=\"none\" role=\"img\""
            + " aria-label=\"{}\">{}</svg>",
        said,
        new Html(rects));
  }

  private static String bar(int index, Duration affected) {
    int worse = affected.isZero() ? 0 : affected.compareTo(LONG) < 0 ? 1 : 2;
    int y = worse == 0 ? 6 : worse == 1 ? 3 : 0;
    return "<rect class=\"k%d\" x=\"%d\" y=\"%d\" width=\"6\" height=\"%d\" rx=\"1\"/>"
        .formatted(worse, index * 8, y, 20 - y);
  }

  /** Two incidents at the same time count once. */
  private Duration on(LocalDate day, List<Span> spans) {
    Instant begins = day.atStartOfDay(board.zone()).toInstant();
    Instant ends = day.plusDays(1).atStartOfDay(board.zone()).toInstant();
    Duration sum = Duration.ZERO;
    Instant counted = begins;
    for (Span span : spans.stream().sorted(java.util.Comparator.comparing(Span::from)).toList()) {
      Instant from = later(counted, span.from());
      Instant to = earlier(ends, span.to());
      if (from.isBefore(to)) {
        sum = sum.plus(Duration.between(from, to));
        counted = to;
      }
    }
    return sum;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
