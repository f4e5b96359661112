package org.honbu.statuspage.internal;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which drawing an address means.
 *
 * @param file its name among the drawings; one that is not there means nothing
 */
record Asked(String file, Locale language) {
  private static final Pattern INCIDENT = Pattern.compile("/incidents/([a-z0-9]{1,12})");

  /**
   * @param path what follows {@code /status}
   */
  static Asked at(@Nullable String path, Locale language) {
    if (path == null || path.isEmpty() || path.equals("/")) {
      return new Asked(Places.Files.page(language), language);
    }
    if (path.equals("/history")) {
      return new Asked(Places.Files.history(language), language);
    }
    Matcher incident = INCIDENT.matcher(path);
    return incident.matches()
        ? new Asked(Places.Files.incident(incident.group(1), language), language)
        : new Asked(path.substring(1), language);
  }
}
