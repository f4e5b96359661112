package org.honbu.notifications.internal;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.config.Config;

/**
 * What an operator can set, read once at start.
 *
 * @param publicUrl how people reach Honbu; answer links in messages begin with it
 * @param smtpHost where e-mail is handed over; empty means that e-mail is off
 * @param smtpPort 1 to 65535
 * @param smtpFrom the sender people see
 * @param smtpSenders how many e-mails are handed over at the same time, 1 to 16
 * @param smtpTimeout how long one step of the conversation may take, 100 ms to 3 s
 * @param linkLives how long an answer link works, 5 min to 7 d
 * @param secondContactAfter when the next contact point is tried beside one that is not reached yet
 * @param givesUpAfter how long a message is tried before it counts as undeliverable, 1 h to 3 d
 * @param zone whose wall clock messages quote
 */
record NotificationsSettings(
    URI publicUrl,
    String smtpHost,
    int smtpPort,
    String smtpFrom,
    int smtpSenders,
    Duration smtpTimeout,
    Duration linkLives,
    Duration secondContactAfter,
    Duration givesUpAfter,
    ZoneId zone,
    List<String> realChannels,
    List<String> drillChannels) {

  NotificationsSettings {
    within("smtp-port", smtpPort, 1, 65_535);
    within("smtp-senders", smtpSenders, 1, 16);
    within("smtp-timeout", smtpTimeout, Duration.ofMillis(100), Duration.ofSeconds(3));
    within("link-lives", linkLives, Duration.ofMinutes(5), Duration.ofDays(7));
    within("second-contact-after", secondContactAfter, Duration.ofSeconds(1), Duration.ofHours(1));
    within("gives-up-after", givesUpAfter, Duration.ofHours(1), Duration.ofDays(3));
    realChannels = List.copyOf(realChannels);
    drillChannels = List.copyOf(drillChannels);
  }

  static NotificationsSettings from(Config config) {
    var read = new Reading(config);
    return new NotificationsSettings(
        URI.create(read.or("honbu.public-url", "http://localhost:8080")),
        read.or("honbu.notifications.smtp-host", ""),
        read.or("honbu.notifications.smtp-port", Integer::valueOf, 25),
        read.or("honbu.notifications.smtp-from", "honbu@localhost"),
        read.or("honbu.notifications.smtp-senders", Integer::valueOf, 4),
        read.or("honbu.notifications.smtp-timeout", Duration::parse, Duration.ofSeconds(3)),
        read.or("honbu.notifications.link-lives", Duration::parse, Duration.ofHours(24)),
        read.or("honbu.notifications.second-contact-after", Duration::parse, Duration.ofMinutes(1)),
        read.or("honbu.notifications.gives-up-after", Duration::parse, Duration.ofHours(6)),
        read.or("honbu.notifications.zone", ZoneId::of, ZoneId.of("Asia/Tokyo")),
        read.or(
            "honbu.notifications.channels",
            Reading::list,
            List.of("#alert", "#war_room", "#support", "ticket", "status-page", "#stakeholders")),
        read.or(
            "honbu.notifications.drill-channels",
            Reading::list,
            List.of(
                "#drill-alert", "#drill-war-room", "drill-status-page", "#drill-stakeholders")));
  }

  boolean sendsEmail() {
    return !smtpHost.isEmpty();
  }

  private static <T extends Comparable<T>> void within(String key, T value, T least, T most) {
    if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
      throw new IllegalArgumentException(
          "honbu.notifications.%s is %s to %s, not %s".formatted(key, least, most, value));
    }
  }

  private record Reading(Config config) {
    String or(String key, String otherwise) {
      return or(key, Function.identity(), otherwise);
    }

    <T> T or(String key, Function<String, T> parse, T otherwise) {
      Optional<String> text = config.getOptionalValue(key, String.class).map(String::strip);
      try {
        return text.filter(value -> !value.isEmpty()).map(parse).orElse(otherwise);
      } catch (RuntimeException e) {
        throw new IllegalArgumentException(key + " cannot be read: " + text.orElse(""), e);
      }
    }

    static List<String> list(String text) {
      return Arrays.stream(text.split(",")).map(String::strip).filter(s -> !s.isEmpty()).toList();
    }
  }
}
