package org.honbu.slack.internal.chat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;

/**
 * Draws messages of Block Kit. What people or monitoring wrote is escaped, so that it mentions
 * nobody and links nowhere by itself.
 */
final class Drawing {
  /** A section takes 3 000 characters; escaping may make more of them. */
  private static final int LONGEST_SECTION = 2_900;

  /** What a button takes. */
  private static final int LONGEST_LABEL = 75;

  private Drawing() {}

  /** A button, with what it is about. */
  enum Button {
    ANSWER("honbu.answer", "応答する", "I have it", "primary"),
    ESCALATE("honbu.escalate", "エスカレ", "Escalate", "danger"),
    CAN("honbu.can", "できます", "I can", "primary"),
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
   * @param incident its number, and where there are several of what the buttons mean, which
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

  /** A message with the way to the one page where it is done. */
  static JsonArray way(String text, String label, String page) {
    JsonArrayBuilder elements =
        Json.createArrayBuilder().add(button(label, "honbu.open").add("url", page));
    return Json.createArrayBuilder()
        .add(section(text))
        .add(Json.createObjectBuilder().add("type", "actions").add("elements", elements))
        .build();
  }

  /** Somebody who can be picked. */
  record Choice(Words label, PersonId person) {}

  /**
   * The blocks of a message in which one person is chosen.
   *
   * @param text escaped already
   * @param subject what is chosen for; comes back with the choice
   */
  static JsonArray choice(String text, String subject, List<Choice> choices, String page) {
    JsonArrayBuilder elements = Json.createArrayBuilder();
    int number = 0;
    for (Choice choice : choices) {
      number++;
      elements.add(
          button(cut(choice.label().both()), "honbu.pick." + number)
              .add("value", subject + " @" + choice.person()));
    }
    elements
        .add(
            Json.createObjectBuilder()
                .add("type", "users_select")
                .add("action_id", "honbu.name")
                .add("placeholder", plain("ほかの人に頼む / Ask somebody else")))
        .add(button("取りやめる / Call it off", "honbu.drop").add("value", subject))
        .add(button("Honbu を開く / Open Honbu", "honbu.open").add("url", page));
    return Json.createArrayBuilder()
        .add(section(text))
        .add(
            Json.createObjectBuilder()
                .add("type", "actions")
                .add("block_id", subject)
                .add("elements", elements))
        .build();
  }

  private static String cut(String label) {
    String line = label.replace("\n", " / ");
    return line.length() > LONGEST_LABEL ? line.substring(0, LONGEST_LABEL) : line;
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
        .add("text", plain(label));
  }

  private static JsonObjectBuilder plain(String text) {
    return Json.createObjectBuilder().add("type", "plain_text").add("text", text);
  }
}
