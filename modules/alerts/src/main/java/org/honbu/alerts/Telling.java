package org.honbu.alerts;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.honbu.kernel.Words;

/** What a system told in one flat JSON object. What nobody knows is refused, not guessed. */
public interface Telling {

  /** The field's text, safe to keep and show, cut at that many characters; empty when blank. */
  Optional<String> text(String field, int most);

  /**
   * As {@link #text}, of a field that has to be there.
   *
   * @param why what is missing, in half a sentence
   */
  String needed(String field, int most, Words why) throws Unreadable;

  /**
   * One of these, in capitals or not, with {@code _} or {@code -}.
   *
   * @param why what is missing, in half a sentence
   */
  <E> E oneOf(String field, Map<String, E> known, Words why) throws Unreadable;

  /**
   * When it was, from ISO 8601 with an offset. Nothing was done in the future, and no clock is
   * wrong by more than a year: such times become now, and a year ago.
   */
  Optional<Instant> past(String field, Instant now) throws Unreadable;

  /** An address of the web, at most 500 characters; anything else is none. */
  Optional<String> link(String field);
}
