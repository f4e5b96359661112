package org.honbu.slack.internal.wire;

import jakarta.json.JsonObject;
import java.time.Duration;

/** What Slack said to a call. */
public sealed interface Said {
  /** {@code "ok": true}. */
  record Yes(JsonObject body) implements Said {
    /** A text of the body, empty where there is none. */
    public String text(String... path) {
      JsonObject at = body;
      for (int i = 0; i < path.length - 1; i++) {
        at = at.containsKey(path[i]) ? at.getJsonObject(path[i]) : JsonObject.EMPTY_JSON_OBJECT;
      }
      return at.getString(path[path.length - 1], "");
    }
  }

  /**
   * No, and asking again will not help.
   *
   * @param error Slack's word for it
   */
  record No(String error) implements Said {}

  /**
   * Not now: too many calls, or Slack is not well, or an operator has to mend something.
   *
   * @param after the least to wait ({@code Retry-After}); zero when Slack did not say
   */
  record NotNow(Duration after, String why) implements Said {}
}
