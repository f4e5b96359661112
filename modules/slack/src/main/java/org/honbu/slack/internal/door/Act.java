package org.honbu.slack.internal.door;

import java.util.List;
import java.util.function.BiFunction;
import org.honbu.kernel.Words;

/**
 * Something that can be asked for in Slack.
 *
 * @param names in both languages, the first is the one that is shown
 * @param form how it is written, and what it does
 * @param deed gets who asks, and the words after the name
 */
record Act(List<String> names, Words form, BiFunction<Asked, String, Words> deed) {
  Act {
    names = List.copyOf(names);
  }
}
