package org.honbu.slack.internal.door;

import java.time.Instant;
import java.util.Optional;

/**
 * Something somebody did in Slack.
 *
 * @param id Slack's own, so that the same is done once
 * @param slackUser who
 * @param channel where
 * @param words as a command says it; a button says the same words
 * @param answerAt the {@code response_url}, for 30 minutes; of a mention the thread it stands in,
 *     empty for the channel itself
 * @param tries how often it was tried
 * @param answer what they are to hear, empty for nothing; there once it is done
 */
record Heard(
    String id,
    What what,
    String slackUser,
    String channel,
    String words,
    String answerAt,
    Instant heardAt,
    int tries,
    Optional<String> answer) {

  /** Longest words that are kept; Slack itself allows more. */
  static final int LONGEST = 4_000;

  /** How it came. */
  enum What {
    COMMAND,
    BUTTON,
    /** A message in a room that mentions somebody; nobody is asked for anything. */
    MENTION
  }
}
