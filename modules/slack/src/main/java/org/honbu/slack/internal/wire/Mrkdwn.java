package org.honbu.slack.internal.wire;

import java.util.regex.Pattern;

/** Slack's way of writing: three letters mean something to it in every text. */
public final class Mrkdwn {
  private static final Pattern ADDRESS =
      Pattern.compile("<((?:https?|mailto):[^|>]+)(?:\\|[^>]*)?>");
  private static final Pattern CHANNEL = Pattern.compile("<#[A-Z0-9]+\\|([^>]*)>");

  private Mrkdwn() {}

  /** Text as Slack shows it, word for word: it mentions nobody and links nowhere by itself. */
  public static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** What somebody typed, of what Slack made of it; mentions of people stay as they are. */
  public static String typed(String text) {
    return CHANNEL
        .matcher(ADDRESS.matcher(text).replaceAll("$1"))
        .replaceAll("#$1")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
  }
}
