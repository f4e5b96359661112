package org.honbu.warroom.internal.topics;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.honbu.kernel.IncidentId;

/**
 * What an operator can set, read once at start.
 *
 * @param call where a topic's people talk, with {@code {incident}} and {@code {topic}} in it;
 *     empty: nobody is sent anywhere
 * @param reportEvery how often a lead reports, 5 min to 1 h (TM27)
 */
record RoomSettings(String call, Duration reportEvery) {
  static final String CALL = "honbu.room.call";
  static final String TOPIC_REPORT = "honbu.room.topic-report";
  private static final Duration LEAST = Duration.ofMinutes(5);
  private static final Duration MOST = Duration.ofHours(1);

  RoomSettings {
    if (!call.isEmpty() && !call.startsWith("https://") && !call.startsWith("http://")) {
      throw new IllegalArgumentException(CALL + " begins with https://, not " + call);
    }
    if (reportEvery.compareTo(LEAST) < 0 || reportEvery.compareTo(MOST) > 0) {
      throw new IllegalArgumentException(
          "%s is %s to %s, not %s".formatted(TOPIC_REPORT, LEAST, MOST, reportEvery));
    }
  }

  static RoomSettings from(Config config) {
    String call = config.getOptionalValue(CALL, String.class).map(String::strip).orElse("");
    String every =
        config.getOptionalValue(TOPIC_REPORT, String.class).map(String::strip).orElse("PT15M");
    try {
      return new RoomSettings(call, Duration.parse(every));
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(TOPIC_REPORT + " cannot be read: " + every, e);
    }
  }

  /** Where this topic's people talk. */
  Optional<String> call(IncidentId incident, String topic) {
    return Optional.of(call)
        .filter(template -> !template.isEmpty())
        .map(template -> template.replace("{incident}", lower(incident.value())))
        .map(template -> template.replace("{topic}", lower(topic)));
  }

  /** What this topic's text thread is called. */
  static String thread(IncidentId incident, String topic) {
    return lower(incident.value()) + "-" + lower(topic);
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT).replace(' ', '-');
  }
}
