package org.honbu.warroom.internal.copy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * What an operator can set, read once at start.
 *
 * @param folder the second place; empty: nothing is copied
 * @param every how often, 10 s to 10 min (PR-00l: 60 s)
 * @param kept how long the copy of a closed room stays, 1 to 90 days
 */
record CopySettings(Optional<Path> folder, Duration every, Duration kept) {
  static final String FOLDER = "honbu.room.copy";
  static final String EVERY = "honbu.room.copy-every";
  static final String KEPT = "honbu.room.copy-kept";

  CopySettings {
    within(EVERY, every, Duration.ofSeconds(10), Duration.ofMinutes(10));
    within(KEPT, kept, Duration.ofDays(1), Duration.ofDays(90));
    if (folder.filter(place -> !place.isAbsolute()).isPresent()) {
      throw new IllegalArgumentException(
          FOLDER + " is a whole path, from the root on, not " + folder.get());
    }
  }

  static CopySettings from(Config config) {
    return new CopySettings(
        text(config, FOLDER).filter(place -> !place.isEmpty()).map(Path::of),
        span(config, EVERY, "PT60S"),
        span(config, KEPT, "P7D"));
  }

  private static Duration span(Config config, String key, String otherwise) {
    String value = text(config, key).orElse(otherwise);
    try {
      return Duration.parse(value);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(key + " cannot be read: " + value, e);
    }
  }

  private static Optional<String> text(Config config, String key) {
    return config.getOptionalValue(key, String.class).map(String::strip);
  }

  private static void within(String key, Duration value, Duration least, Duration most) {
    if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
      throw new IllegalArgumentException(
          "%s is %s to %s, not %s".formatted(key, least, most, value));
    }
  }
}
