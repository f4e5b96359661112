package org.honbu.web.internal;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;

/**
 * One thing a person can do on a page: a plain form sends its name, a façade decides, the next page
 * says what became of it.
 *
 * <p>Forms name what they act on by its id, never by its place on the page, which may have changed
 * since it was drawn. Refusals are answers; whatever is thrown becomes a notice with its number,
 * and the button is still there.
 *
 * @param roles of which one is needed; empty when the façade alone decides (by duty or team)
 * @param deed what it does
 */
record Act(Page page, String name, Set<String> roles, Function<Form, Answer> deed) {

  boolean allowedFor(Set<String> held) {
    return roles.isEmpty() || roles.stream().anyMatch(held::contains);
  }

  /**
   * What was sent.
   *
   * @param variable what stood in the variable part of the page's address
   */
  record Form(PersonId person, Optional<String> variable, Map<String, String> fields) {
    /** A field, trimmed; empty when it was left blank. */
    Optional<String> field(String name) {
      return Optional.ofNullable(fields.get(name)).map(String::strip).filter(s -> !s.isEmpty());
    }
  }

  /** What became of it. */
  sealed interface Answer {
    /**
     * Done.
     *
     * @param next the path to go on to; the same page when empty
     */
    record Done(Words said, Optional<String> next) implements Answer {}

    record Refused(Words why) implements Answer {}

    static Answer done(String ja, String en) {
      return new Done(new Words(ja, en), Optional.empty());
    }

    static Answer refused(Words why) {
      return new Refused(why);
    }
  }
}
