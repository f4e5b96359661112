package org.honbu.web.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.honbu.people.Cover;
import org.honbu.people.Stretch;
import org.honbu.people.Watch;

/**
 * The picture of a post: a field for each day, in which the hours without anybody stand as high as
 * they last. A day is as long as clocks make it.
 */
public final class HeatStrip {
  /** How high a field is drawn. */
  private static final double HEIGHT = 100;

  private final Cover cover;
  private final Stretch when;
  private final ZoneId zone;

  HeatStrip(Cover cover, Stretch when, ZoneId zone) {
    this.cover = cover;
    this.when = when;
    this.zone = zone;
  }

  /** The days that the time touches; the first and the last maybe in part. */
  static List<LocalDate> days(Stretch when, ZoneId zone) {
    LocalDate first = LocalDate.ofInstant(when.from(), zone);
    LocalDate last = LocalDate.ofInstant(when.to().minusNanos(1), zone);
    return first.datesUntil(last.plusDays(1)).toList();
  }

  List<Field> fields() {
    return days(when, zone).stream().map(this::field).toList();
  }

  private Field field(LocalDate day) {
    var whole =
        new Stretch(
            day.atStartOfDay(zone).toInstant(), day.plusDays(1).atStartOfDay(zone).toInstant());
    Stretch asked = whole.overlap(when).orElseThrow();
    List<Stretch> empty = new ArrayList<>();
    for (Watch watch : cover.uncovered()) {
      watch.when().overlap(asked).ifPresent(empty::add);
    }
    List<Bar> bars = new ArrayList<>();
    before(whole, asked).ifPresent(bars::add);
    empty.forEach(gap -> bars.add(bar(whole, gap.from(), gap.to(), "gap")));
    after(whole, asked).ifPresent(bars::add);
    Duration missing = empty.stream().map(Stretch::length).reduce(Duration.ZERO, Duration::plus);
    return new Field(day, missing, missing.equals(asked.length()), bars);
  }

  private static Optional<Bar> before(Stretch whole, Stretch asked) {
    return whole.from().isBefore(asked.from())
        ? Optional.of(bar(whole, whole.from(), asked.from(), "out"))
        : Optional.empty();
  }

  private static Optional<Bar> after(Stretch whole, Stretch asked) {
    return asked.to().isBefore(whole.to())
        ? Optional.of(bar(whole, asked.to(), whole.to(), "out"))
        : Optional.empty();
  }

  private static Bar bar(Stretch day, Instant from, Instant to, String look) {
    double seconds = day.length().toSeconds();
    double top = Duration.between(day.from(), from).toSeconds() / seconds * HEIGHT;
    double height = Duration.between(from, to).toSeconds() / seconds * HEIGHT;
    return new Bar(Math.round(top * 10) / 10.0, Math.round(height * 10) / 10.0, look);
  }

  /**
   * A day.
   *
   * @param missing how long nobody is there
   * @param wholly whether that is all the day, as far as it was asked for
   */
  record Field(LocalDate day, Duration missing, boolean wholly, List<Bar> bars) {
    Field {
      bars = List.copyOf(bars);
    }
  }

  /**
   * A part of a day.
   *
   * @param y from the top, of 100
   * @param look {@code gap} for nobody, {@code out} for what was not asked
   */
  public record Bar(double y, double height, String look) {}
}
