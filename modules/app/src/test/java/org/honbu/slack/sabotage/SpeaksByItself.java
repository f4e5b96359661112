package org.honbu.slack.sabotage;

import jakarta.json.JsonObject;
import org.honbu.slack.internal.wire.Speaks;

/** Says something in Slack past the gateway. */
public record SpeaksByItself(Speaks slack) {
  public void leak() {
    slack.speak("chat.postMessage", JsonObject.EMPTY_JSON_OBJECT);
  }
}
