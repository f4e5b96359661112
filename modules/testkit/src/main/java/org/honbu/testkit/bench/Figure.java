package org.honbu.testkit.bench;

import java.util.Locale;
import java.util.Optional;
import org.HdrHistogram.AbstractHistogram;

/**
 * One line of the result.
 *
 * @param target in words; empty when the figure only says what the others rest on
 * @param met whether it was reached; empty without a target
 */
record Figure(String part, String what, String value, String target, Optional<Boolean> met) {

  static Figure fact(String part, String what, String value) {
    return new Figure(part, what, value, "", Optional.empty());
  }

  /** A time in microseconds that must not be longer. */
  static Figure atMost(String part, String what, long micros, long targetMillis) {
    return new Figure(
        part,
        what,
        millis(micros),
        "≤ " + targetMillis + " ms",
        Optional.of(micros <= targetMillis * 1000));
  }

  static Figure ratioAtMost(String part, String what, double ratio, double target) {
    return new Figure(part, what, two(ratio), "≤ " + two(target), Optional.of(ratio <= target));
  }

  static Figure ratioAtLeast(String part, String what, double ratio, double target) {
    return new Figure(part, what, two(ratio), "≥ " + two(target), Optional.of(ratio >= target));
  }

  /** Median, tails and number of values of a histogram of microseconds. */
  static String spread(AbstractHistogram micros) {
    return "p50 %s · p90 %s · p99 %s · max %s · n %d"
        .formatted(
            millis(micros.getValueAtPercentile(50)),
            millis(micros.getValueAtPercentile(90)),
            millis(micros.getValueAtPercentile(99)),
            millis(micros.getMaxValue()),
            micros.getTotalCount());
  }

  static String millis(long micros) {
    return String.format(Locale.ROOT, micros < 10_000 ? "%.1f ms" : "%.0f ms", micros / 1000.0);
  }

  private static String two(double ratio) {
    return String.format(Locale.ROOT, "%.2f", ratio);
  }
}
