package org.honbu.slack.internal.known;

import java.util.Locale;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;

/** Who somebody of Slack is. */
public sealed interface Identity {
  /**
   * Somebody of the directory.
   *
   * @param reader the language they read
   */
  record Known(PersonId person, Locale reader) implements Identity {}

  /** Nobody we know; the sentence says how that is mended. */
  record Unknown(Words why, Locale reader) implements Identity {}
}
