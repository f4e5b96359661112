package org.honbu.alerts.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.honbu.alerts.Unreadable;

/**
 * Reads the webhook of Prometheus Alertmanager, version 4 (and Grafana's, which is like it).
 *
 * <p>Lenient: unknown fields are passed over, missing ones have an answer, numbers may stand where
 * text is expected. What cannot be guessed is {@linkplain Unreadable refused with line and field}:
 * broken JSON, no alerts, labels that are no object. A body is read in one pass without building a
 * tree, so deep nesting costs nothing.
 *
 * <p>Truncated alerts are never taken for resolved ones: what is not mentioned is unchanged.
 */
final class AlertmanagerReader {
  private static final Instant FAR_AWAY = Instant.parse("2200-01-01T00:00:00Z");

  private final LenientJson json;

  private AlertmanagerReader(LenientJson json) {
    this.json = json;
  }

  /** Reads one body. */
  static Notice read(byte[] body) throws Unreadable {
    try (LenientJson json = new LenientJson(body)) {
      return new AlertmanagerReader(json).whole();
    }
  }

  private Notice whole() throws Unreadable {
    var labels = new LinkedHashMap<String, String>();
    var groupLabels = new LinkedHashMap<String, String>();
    var annotations = new LinkedHashMap<String, String>();
    var alerts = new LinkedHashMap<String, Notice.Alert>();
    var groupKey = new StringBuilder();
    json.whole(
        field -> {
          switch (field) {
            case "groupKey" -> groupKey.append(Text.clean(json.text(), LenientJson.TEXT));
            case "groupLabels" -> groupLabels.putAll(json.texts());
            case "commonLabels" -> labels.putAll(json.texts());
            case "commonAnnotations" -> annotations.putAll(json.texts());
            case "alerts" -> alerts().forEach(alert -> alerts.put(alert.fingerprint(), alert));
            default -> json.skip();
          }
        });
    if (alerts.isEmpty()) {
      throw json.missing("alerts", "アラートがありません", "there are no alerts");
    }
    String group =
        groupKey.isEmpty() ? fallback(groupLabels, alerts.values()) : groupKey.toString();
    return new Notice(group, labels, annotations, List.copyOf(alerts.values()));
  }

  /** Senders that template their body may leave the group key out. */
  private static String fallback(Map<String, String> groupLabels, Iterable<Notice.Alert> alerts) {
    return groupLabels.isEmpty()
        ? alerts.iterator().next().fingerprint()
        : new TreeMap<>(groupLabels).toString();
  }

  private List<Notice.Alert> alerts() throws Unreadable {
    List<Notice.Alert> alerts = new ArrayList<>();
    json.objects(() -> alerts.add(alert()));
    return alerts;
  }

  private Notice.Alert alert() throws Unreadable {
    var texts = new LinkedHashMap<String, String>();
    var labels = new LinkedHashMap<String, String>();
    var annotations = new LinkedHashMap<String, String>();
    json.object(
        field -> {
          switch (field) {
            case "labels" -> labels.putAll(json.texts());
            case "annotations" -> annotations.putAll(json.texts());
            case "status", "fingerprint", "startsAt", "generatorURL" ->
                texts.put(field, json.text());
            default -> json.skip();
          }
        });
    return new Notice.Alert(
        fingerprint(Text.clean(texts.getOrDefault("fingerprint", ""), LenientJson.TEXT), labels),
        !"resolved".equalsIgnoreCase(texts.getOrDefault("status", "firing")),
        labels,
        annotations,
        instant(texts.getOrDefault("startsAt", "")),
        Optional.of(Text.clean(texts.getOrDefault("generatorURL", ""), LenientJson.TEXT))
            .filter(link -> link.startsWith("http://") || link.startsWith("https://")));
  }

  private static String fingerprint(String given, Map<String, String> labels) {
    if (given.isEmpty()) {
      return Text.hash(new TreeMap<>(labels).toString());
    }
    return given.length() > 64 ? Text.hash(given) : given;
  }

  /** Alertmanager writes the year 1 for “not yet”; other nonsense is no reason to lose an alert. */
  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant())
          .filter(at -> at.isAfter(Instant.EPOCH) && at.isBefore(FAR_AWAY));
    } catch (DateTimeException nonsense) {
      return Optional.empty();
    }
  }
}
