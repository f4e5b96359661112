package org.honbu.alerts.internal;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.honbu.alerts.Telling;
import org.honbu.alerts.Unreadable;
import org.honbu.kernel.Words;

/** The wanted fields of one object, with the lines they stood on. */
final class FlatTelling implements Telling {
  private static final int LINK_LENGTH = 500;

  /** No clock is wrong by more. */
  private static final Duration BELIEVED = Duration.ofDays(365);

  private final Map<String, Said> fields;
  private final int lastLine;

  private record Said(String text, int line) {}

  private FlatTelling(Map<String, Said> fields, int lastLine) {
    this.fields = fields;
    this.lastLine = lastLine;
  }

  static FlatTelling read(byte[] body, Set<String> wanted) throws Unreadable {
    Map<String, Said> fields = new HashMap<>();
    try (LenientJson json = new LenientJson(body)) {
      json.whole(
          field -> {
            if (wanted.contains(field)) {
              fields.put(field, new Said(json.text(), json.line()));
            } else {
              json.skip();
            }
          });
      return new FlatTelling(fields, json.line());
    }
  }

  @Override
  public Optional<String> text(String field, int most) {
    return Optional.ofNullable(fields.get(field))
        .map(said -> Text.clean(said.text(), most))
        .filter(text -> !text.isEmpty());
  }

  @Override
  public String needed(String field, int most, Words why) throws Unreadable {
    Optional<String> text = text(field, most);
    if (text.isEmpty()) {
      throw wrong(field, why);
    }
    return text.get();
  }

  @Override
  public <E> E oneOf(String field, Map<String, E> known, Words why) throws Unreadable {
    String said = needed(field, LenientJson.TEXT, why).toLowerCase(Locale.ROOT).replace('_', '-');
    if (!known.containsKey(said)) {
      String names = String.join(", ", new TreeSet<>(known.keySet()));
      throw wrong(field, new Words("使えるのは " + names + " です", "it must be one of " + names));
    }
    return known.get(said);
  }

  @Override
  public Optional<Instant> past(String field, Instant now) throws Unreadable {
    return instant(field).map(at -> believed(at, now));
  }

  /** As {@link #past}, with whatever was said. */
  Optional<Instant> instant(String field) throws Unreadable {
    Optional<String> said = text(field, LenientJson.TEXT);
    return said.isEmpty() ? Optional.empty() : Optional.of(instant(field, said.get()));
  }

  private Instant instant(String field, String said) throws Unreadable {
    try {
      return OffsetDateTime.parse(said).toInstant();
    } catch (DateTimeException nonsense) {
      throw wrong(
          field,
          new Words(
              "2026-11-22T03:00:00+09:00 のように書いてください", "write it like 2026-11-22T03:00:00+09:00"));
    }
  }

  /** Nothing was done in the future, nor in a year that no database keeps. */
  static Instant believed(Instant at, Instant now) {
    Instant oldest = now.minus(BELIEVED);
    Instant past = at.isAfter(now) ? now : at;
    return (past.isBefore(oldest) ? oldest : past).truncatedTo(ChronoUnit.MICROS);
  }

  @Override
  public Optional<String> link(String field) {
    return text(field, LenientJson.TEXT)
        .filter(text -> text.length() <= LINK_LENGTH)
        .filter(text -> text.startsWith("http://") || text.startsWith("https://"));
  }

  private Unreadable wrong(String field, Words why) {
    int line = fields.containsKey(field) ? fields.get(field).line() : lastLine;
    return new Unreadable(line, field, why);
  }
}
