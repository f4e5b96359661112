package org.honbu.slack.internal.wire;

import java.net.URI;
import java.util.Map;

/** What Honbu may ask Slack at any time: reading, and answering whoever asked, for them alone. */
public interface Asks {

  /** A method that only reads. */
  Said ask(Method method, Map<String, String> arguments);

  /** Where Socket Mode listens, with the app's own token. */
  Said socketAddress();

  /**
   * Answers a command or a button, visible to that person alone.
   *
   * @param text at most 3 000 characters are shown
   */
  Said answer(URI responseUrl, String text);

  /**
   * Says something to whoever spoke in a channel, visible to that person alone.
   *
   * @param thread of which message they spoke in the thread; empty for the channel itself
   * @param text at most 3 000 characters are shown
   */
  Said aside(String channel, String thread, String slackUser, String text);

  /** The methods that only read. */
  enum Method {
    WHO_AM_I("auth.test"),
    PERSON("users.info"),
    PERSON_BY_EMAIL("users.lookupByEmail"),
    CHANNELS("conversations.list");

    private final String slacks;

    Method(String slacks) {
      this.slacks = slacks;
    }

    String slacks() {
      return slacks;
    }
  }
}
