package org.honbu.slack.internal.wire;

import jakarta.json.JsonObject;

/**
 * What others in Slack see. Only what the gateway calls may use it; a test of the house holds that.
 */
public interface Speaks {

  /**
   * Calls a method of the Web API that writes.
   *
   * @param method {@code chat.postMessage}
   */
  Said speak(String method, JsonObject arguments);
}
