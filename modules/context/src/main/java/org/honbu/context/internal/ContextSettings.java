package org.honbu.context.internal;

import java.time.Duration;
import org.eclipse.microprofile.config.Config;

/**
 * What an operator can set for this module, below {@code honbu.context.}; durations are ISO-8601.
 *
 * @param keepChanges {@code keep-changes}: how long a change is kept after it was told; at least 31
 *     days, for an incident's page shows the day before it began for as long; default 365 days
 */
record ContextSettings(Duration keepChanges) {
  private static final Duration LEAST = Duration.ofDays(31);

  ContextSettings {
    if (keepChanges.compareTo(LEAST) < 0) {
      throw new IllegalArgumentException(
          "honbu.context.keep-changes must be at least P31D, not " + keepChanges);
    }
  }

  static ContextSettings from(Config config) {
    return new ContextSettings(
        Duration.parse(
            config.getOptionalValue("honbu.context.keep-changes", String.class).orElse("P365D")));
  }
}
