package org.honbu.alerts.internal;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import org.honbu.kernel.Words;

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
  private static final int TEXT = 2000;

  /** Asking for a parser alone looks for the library again each time. */
  private static final JsonParserFactory PARSERS = Json.createParserFactory(Map.of());

  private static final Instant FAR_AWAY = Instant.parse("2200-01-01T00:00:00Z");

  private final JsonParser json;
  private String path = "";

  private AlertmanagerReader(JsonParser json) {
    this.json = json;
  }

  /** Reads one body. */
  static Notice read(byte[] body) throws Unreadable {
    String text = new String(body, StandardCharsets.UTF_8);
    try (JsonParser json =
        PARSERS.createParser(
            new StringReader(text.startsWith("\uFEFF") ? text.substring(1) : text))) {
      return new AlertmanagerReader(json).whole();
    }
  }

  private Notice whole() throws Unreadable {
    var labels = new LinkedHashMap<String, String>();
    var groupLabels = new LinkedHashMap<String, String>();
    var annotations = new LinkedHashMap<String, String>();
    var alerts = new LinkedHashMap<String, Notice.Alert>();
    var groupKey = new StringBuilder();
    if (next() != Event.START_OBJECT) {
      throw wrong("JSON オブジェクトではありません", "this is not a JSON object");
    }
    object(
        field -> {
          switch (field) {
            case "groupKey" -> groupKey.append(Text.clean(text(), TEXT));
            case "groupLabels" -> groupLabels.putAll(texts());
            case "commonLabels" -> labels.putAll(texts());
            case "commonAnnotations" -> annotations.putAll(texts());
            case "alerts" -> alerts().forEach(alert -> alerts.put(alert.fingerprint(), alert));
            default -> skip(next());
          }
        });
    if (alerts.isEmpty()) {
      path = "alerts";
      throw wrong("アラートがありません", "there are no alerts");
    }
    nothingMore();
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
    if (next() != Event.START_ARRAY) {
      throw wrong("配列ではありません", "this is not an array");
    }
    List<Notice.Alert> alerts = new ArrayList<>();
    String outer = path;
    for (Event event = next(); event != Event.END_ARRAY; event = next()) {
      path = outer + "[" + alerts.size() + "]";
      if (event != Event.START_OBJECT) {
        throw wrong("オブジェクトではありません", "this is not an object");
      }
      alerts.add(alert());
    }
    path = outer;
    return alerts;
  }

  private Notice.Alert alert() throws Unreadable {
    var texts = new LinkedHashMap<String, String>();
    var labels = new LinkedHashMap<String, String>();
    var annotations = new LinkedHashMap<String, String>();
    object(
        field -> {
          switch (field) {
            case "labels" -> labels.putAll(texts());
            case "annotations" -> annotations.putAll(texts());
            case "status", "fingerprint", "startsAt", "generatorURL" -> texts.put(field, text());
            default -> skip(next());
          }
        });
    return new Notice.Alert(
        fingerprint(Text.clean(texts.getOrDefault("fingerprint", ""), TEXT), labels),
        !"resolved".equalsIgnoreCase(texts.getOrDefault("status", "firing")),
        labels,
        annotations,
        instant(texts.getOrDefault("startsAt", "")),
        Optional.of(Text.clean(texts.getOrDefault("generatorURL", ""), TEXT))
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

  private Map<String, String> texts() throws Unreadable {
    Map<String, String> texts = new LinkedHashMap<>();
    Event event = next();
    if (event == Event.VALUE_NULL) {
      return texts;
    }
    if (event != Event.START_OBJECT) {
      throw wrong("オブジェクトではありません", "this is not an object");
    }
    object(field -> texts.put(Text.clean(field, 200), Text.clean(text(), TEXT)));
    return texts;
  }

  private String text() throws Unreadable {
    return switch (next()) {
      case VALUE_STRING, VALUE_NUMBER -> json.getString();
      case VALUE_TRUE -> "true";
      case VALUE_FALSE -> "false";
      case VALUE_NULL -> "";
      default -> throw wrong("文字列ではありません", "this is not text");
    };
  }

  /** Reads the fields of an object whose beginning was read. */
  private void object(Field reader) throws Unreadable {
    String outer = path;
    while (next() == Event.KEY_NAME) {
      String field = json.getString();
      path = outer.isEmpty() ? shown(field) : outer + "." + shown(field);
      reader.read(field);
    }
    path = outer;
  }

  private static String shown(String field) {
    return Text.clean(field, 80);
  }

  private void skip(Event first) throws Unreadable {
    int open = 0;
    Event event = first;
    while (true) {
      switch (event) {
        case START_OBJECT, START_ARRAY -> open++;
        case END_OBJECT, END_ARRAY -> open--;
        default -> {}
      }
      if (open == 0) {
        return;
      }
      event = next();
    }
  }

  private void nothingMore() throws Unreadable {
    path = "";
    try {
      if (json.hasNext()) {
        json.next();
        throw wrong("JSON の後に余分な文字があります", "there is more after the JSON");
      }
    } catch (JsonException more) {
      throw wrong("JSON の後に余分な文字があります", "there is more after the JSON");
    }
  }

  /** The next thing in the body. The parser has many ways to say that it is not JSON. */
  private Event next() throws Unreadable {
    try {
      return json.next();
    } catch (JsonException | NoSuchElementException | IllegalStateException notJson) {
      throw wrong("JSON として読めません", "this is not JSON");
    } catch (RuntimeException tooMuch) {
      throw wrong("読むには深すぎるか大きすぎます", "this is too deep or too large to read");
    }
  }

  private Unreadable wrong(String ja, String en) {
    int line = (int) Math.max(1, json.getLocation().getLineNumber());
    return new Unreadable(line, path.isEmpty() ? "body" : path, new Words(ja, en));
  }

  /** Reads the value of one field. */
  private interface Field {
    void read(String name) throws Unreadable;
  }
}
