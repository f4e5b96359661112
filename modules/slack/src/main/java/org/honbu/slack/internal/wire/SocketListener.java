package org.honbu.slack.internal.wire;

import jakarta.json.JsonObject;

/** Hears what comes through Socket Mode. */
public interface SocketListener {

  /**
   * Keeps it. Slack hears that it was taken when this returns, and sends it again when it throws.
   *
   * @param type {@code slash_commands}, {@code interactive} or {@code events_api}
   */
  void heard(String type, JsonObject payload);
}
