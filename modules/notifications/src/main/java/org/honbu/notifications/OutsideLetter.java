package org.honbu.notifications;

import java.util.UUID;
import org.honbu.kernel.Kind;

/**
 * An e-mail to somebody outside who asked for it; nobody of the directory.
 *
 * @param kind of what it speaks of; a drill's is written and then blocked
 * @param addressee names them; their links are made for this, see {@link OutsideLinks}
 * @param key makes repeating harmless; unique for the addressee, at most 120 characters
 * @param before what stands above the link, in the language they chose
 * @param after what stands below it
 */
public record OutsideLetter(
    Kind kind,
    UUID addressee,
    String address,
    String key,
    Purpose purpose,
    String subject,
    String before,
    String after) {

  /** What the link in it does. */
  public enum Purpose {
    /** Asks whether they want it at all. */
    CONFIRM,
    /** What they asked for; the link ends it, and so does the button of their mail program. */
    NEWS
  }
}
