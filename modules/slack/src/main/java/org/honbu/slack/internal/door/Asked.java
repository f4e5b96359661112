package org.honbu.slack.internal.door;

import java.util.Locale;
import java.util.Map;
import org.honbu.kernel.PersonId;

/**
 * What somebody of the directory asks for.
 *
 * @param channel where they are in Slack
 * @param mentioned who the people are whom the words name as {@code <@U…>}
 */
record Asked(
    PersonId by, Locale reader, String channel, String words, Map<String, PersonId> mentioned) {
  Asked {
    mentioned = Map.copyOf(mentioned);
  }
}
