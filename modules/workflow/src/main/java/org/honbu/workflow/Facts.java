package org.honbu.workflow;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.honbu.kernel.Problem;
import org.honbu.kernel.ProblemException;
import org.honbu.kernel.Words;

/**
 * The small facts a process carries: ids, yes/no, numbers, durations, names of things. Never
 * documents or lists of people.
 *
 * <p>Immutable. Values are {@link String} (≤ 4,000 characters), {@link Boolean}, {@link Integer} or
 * {@link Long}; durations and instants travel as ISO-8601 text, which timers in diagrams read
 * directly.
 */
public final class Facts {
  private static final Problem MISSING =
      new Problem(
          "HB-7001",
          Problem.Owner.BUG,
          500,
          new Words("工程に必要な値「{0}」がありません", "The process is missing the fact “{0}”"));
  private static final Problem TOO_LARGE =
      new Problem(
          "HB-7002",
          Problem.Owner.BUG,
          500,
          new Words(
              "値「{0}」は工程に入れられません（文字列・真偽・整数のみ、4,000 字まで）",
              "“{0}” may not travel in a process (text up to 4,000 characters, yes/no, whole numbers only)"));

  /** The engine reads no finer time, and a timer should not fire too early. */
  private static final Duration ALMOST_A_MILLISECOND = Duration.ofNanos(999_999);

  private static final Facts NONE = new Facts(Map.of());
  private final Map<String, Object> values;

  private Facts(Map<String, Object> values) {
    this.values = Collections.unmodifiableMap(values);
  }

  public static Facts none() {
    return NONE;
  }

  public static Facts of(String name, Object value) {
    return NONE.and(name, value);
  }

  /** Everything in the map; values of other types are refused. */
  public static Facts from(Map<String, ?> values) {
    Facts facts = NONE;
    for (var entry : values.entrySet()) {
      if (entry.getValue() != null) {
        facts = facts.and(entry.getKey(), entry.getValue());
      }
    }
    return facts;
  }

  /** These facts and one more; the newer value wins. */
  public Facts and(String name, Object value) {
    var all = new LinkedHashMap<>(values);
    all.put(name, plain(name, value));
    return new Facts(all);
  }

  private static Object plain(String name, Object value) {
    if (value instanceof Boolean || value instanceof Integer || value instanceof Long) {
      return value;
    }
    if (value instanceof Duration time) {
      return time.plus(ALMOST_A_MILLISECOND).truncatedTo(ChronoUnit.MILLIS).toString();
    }
    if (value instanceof Instant || value instanceof Enum<?>) {
      return value.toString();
    }
    if (value instanceof Record) {
      return plain(name, value.toString());
    }
    if (value instanceof String text && text.length() <= 4000) {
      return text;
    }
    throw new ProblemException(TOO_LARGE, name);
  }

  public Optional<Object> find(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** The fact as text; its absence is a defect of the diagram or its starter. */
  public String text(String name) {
    return find(name).map(Object::toString).orElseThrow(() -> new ProblemException(MISSING, name));
  }

  public int number(String name) {
    return find(name)
        .map(value -> value instanceof Number n ? n.intValue() : Integer.parseInt(value.toString()))
        .orElseThrow(() -> new ProblemException(MISSING, name));
  }

  /** Whether the fact is there and true. */
  public boolean yes(String name) {
    return find(name).map(value -> Boolean.parseBoolean(value.toString())).orElse(false);
  }

  public Duration duration(String name) {
    return Duration.parse(text(name));
  }

  public boolean isEmpty() {
    return values.isEmpty();
  }

  public Map<String, Object> asMap() {
    return values;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Facts facts && facts.values.equals(values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    return values.toString();
  }
}
