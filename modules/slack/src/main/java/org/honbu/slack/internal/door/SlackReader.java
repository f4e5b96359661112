package org.honbu.slack.internal.door;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.honbu.kernel.ProblemException;

/** Reads what Slack sends, as a form or as JSON. Unknown fields change nothing. */
final class SlackReader {
  /** What a button says, as a command would. */
  static final Map<String, String> BUTTONS =
      Map.of(
          "honbu.answer", "answer",
          "honbu.escalate", "escalate",
          "honbu.watch", "watch",
          "honbu.free", "join",
          "honbu.can", "can",
          "honbu.pick", "pick",
          "honbu.name", "pick",
          "honbu.drop", "drop");

  /** Tells buttons of one block apart that do the same: {@code honbu.pick.2}. */
  private static final Pattern WHICH = Pattern.compile("\\.\\d+$");

  /** Of messages, those that somebody said; others tell of edits and of who came. */
  private static final Set<String> SAID = Set.of("", "file_share", "thread_broadcast");

  private static final String TRIGGER = "trigger_id";
  private static final String ANSWER_AT = "response_url";

  private SlackReader() {}

  /** A slash command. */
  static Heard command(JsonObject fields, Instant now) {
    return new Heard(
        needed(fields, TRIGGER, 150),
        Heard.What.COMMAND,
        needed(fields, "user_id", 32),
        needed(fields, "channel_id", 80),
        atMost("text", fields.getString("text", "").strip(), Heard.LONGEST),
        atMost(ANSWER_AT, fields.getString(ANSWER_AT, ""), 1_000),
        now,
        0,
        Optional.empty());
  }

  /** A button; empty for one that only opens a page, and for whatever Honbu does not use. */
  static Optional<Heard> interaction(JsonObject payload, Instant now) {
    JsonArray actions =
        payload.containsKey("actions")
            ? payload.getJsonArray("actions")
            : JsonArray.EMPTY_JSON_ARRAY;
    if (!"block_actions".equals(payload.getString("type", "")) || actions.isEmpty()) {
      return Optional.empty();
    }
    JsonObject action = actions.getJsonObject(0);
    String name = WHICH.matcher(action.getString("action_id", "")).replaceFirst("");
    return Optional.ofNullable(BUTTONS.get(name))
        .map(
            word ->
                new Heard(
                    needed(payload, TRIGGER, 150),
                    Heard.What.BUTTON,
                    needed(object(payload, "user"), "id", 32),
                    atMost("channel", object(payload, "channel").getString("id", ""), 80),
                    atMost("value", word + " " + value(action), 200),
                    atMost(ANSWER_AT, payload.getString(ANSWER_AT, ""), 1_000),
                    now,
                    0,
                    Optional.empty()));
  }

  /** A list of people says whom; for what stands in the name of its block. */
  private static String value(JsonObject action) {
    return action.containsKey("selected_user")
        ? action.getString("block_id", "") + " <@" + action.getString("selected_user") + ">"
        : action.getString("value", "");
  }

  /**
   * A message that mentions somebody, of a person, as it was said first; empty for every other
   * event.
   */
  static Optional<Heard> mention(JsonObject envelope, Instant now) {
    JsonObject event = object(envelope, "event");
    boolean isSaid =
        "event_callback".equals(envelope.getString("type", ""))
            && "message".equals(event.getString("type", ""))
            && SAID.contains(event.getString("subtype", ""))
            && !event.containsKey("bot_id");
    String words = event.getString("text", "");
    return isSaid && !Reading.mentions(words).isEmpty()
        ? Optional.of(
            new Heard(
                needed(envelope, "event_id", 150),
                Heard.What.MENTION,
                needed(event, "user", 32),
                needed(event, "channel", 80),
                words.substring(0, Math.min(words.length(), Heard.LONGEST)),
                atMost("thread_ts", event.getString("thread_ts", ""), 40),
                now,
                0,
                Optional.empty()))
        : Optional.empty();
  }

  /** A form as an object of texts. */
  static JsonObject form(byte[] body) {
    var fields = new HashMap<String, String>();
    for (String pair : new String(body, StandardCharsets.UTF_8).split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        fields.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
      }
    }
    var object = Json.createObjectBuilder();
    fields.forEach(object::add);
    return object.build();
  }

  static JsonObject json(String field, String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    } catch (JsonException e) {
      throw new ProblemException(e, SlackProblems.UNREADABLE, field);
    }
  }

  private static JsonObject object(JsonObject in, String name) {
    return in.containsKey(name) ? in.getJsonObject(name) : JsonObject.EMPTY_JSON_OBJECT;
  }

  static String needed(JsonObject fields, String name, int length) {
    String text = fields.getString(name, "").strip();
    if (text.isEmpty()) {
      throw new ProblemException(SlackProblems.UNREADABLE, name);
    }
    return atMost(name, text, length);
  }

  private static String atMost(String name, String text, int length) {
    if (text.length() > length) {
      throw new ProblemException(SlackProblems.TOO_LARGE, name, length);
    }
    return text;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new ProblemException(e, SlackProblems.UNREADABLE, "form");
    }
  }
}
