package org.honbu.slack.internal.chat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;

/**
 * Draws messages of Block Kit. What people or monitoring wrote is escaped, so that it mentions
 * nobody and links nowhere by itself.
 */
final class Drawing {
  /** A section takes 3 000 characters; escaping may make more of them. */
  private static final int LONGEST_SECTION = 2_900;

  private Drawing() {}

  /** A button, with the incident it is about. */
  enum Button {
    ANSWER("honbu.answer", "応答する", "I have it", "primary"),
    ESCALATE("honbu.escalate", "エスカレ", "Escalate", "danger"),
    WATCH("honbu.watch", "見学", "Watch", ""),
    FREE("honbu.free", "手空き", "I am free", "");

    private final String id;
    private final String ja;
    private final String en;
    private final String style;

    Button(String id, String ja, String en, String style) {
      this.id = id;
      this.ja = ja;
      this.en = en;
      this.style = style;
    }

    private JsonObject drawn(String incident) {
      JsonObjectBuilder button = button(ja + " / " + en, id).add("value", incident);
      if (!style.isEmpty()) {
        button.add("style", style);
      }
      return button.build();
    }
  }

  /**
   * The blocks of a message.
   *
   * @param text escaped already
   * @param page where Honbu shows the incident
   */
  static JsonArray blocks(String text, List<Button> buttons, String incident, String page) {
    JsonArrayBuilder elements = Json.createArrayBuilder();
    buttons.forEach(button -> elements.add(button.drawn(incident)));
    elements.add(button("Honbu を開く / Open Honbu", "honbu.open").add("url", page));
    return Json.createArrayBuilder()
        .add(section(text))
        .add(Json.createObjectBuilder().add("type", "actions").add("elements", elements))
        .build();
  }

  private static JsonObjectBuilder section(String text) {
    String shown =
        text.length() > LONGEST_SECTION ? text.substring(0, LONGEST_SECTION) + "…" : text;
    return Json.createObjectBuilder()
        .add("type", "section")
        .add("text", Json.createObjectBuilder().add("type", "mrkdwn").add("text", shown));
  }

  private static JsonObjectBuilder button(String label, String id) {
    return Json.createObjectBuilder()
        .add("type", "button")
        .add("action_id", id)
        .add("text", Json.createObjectBuilder().add("type", "plain_text").add("text", label));
  }
}
