package org.honbu.people;

import java.util.Locale;
import java.util.Optional;
import org.honbu.kernel.PersonId;

/**
 * Somebody the directory knows.
 *
 * @param family family name in the person's own script
 * @param given given name in the person's own script; empty when only one name is known
 * @param english the name as English readers say it, where it differs from the person's own script
 */
public record Person(PersonId id, String family, String given, Optional<String> english) {

  /** A person the directory does not know, or no longer: they go by their login name. */
  public static Person unknown(PersonId id) {
    return new Person(id, id.value(), "", Optional.empty());
  }

  /**
   * The name for a reader: 「佐藤 美咲」 for Japanese, “Misaki Sato” for everybody else. A name without
   * an English form is Western and is said given name first in both languages.
   */
  public String display(Locale reader) {
    if (english.isEmpty()) {
      return (given + " " + family).strip();
    }
    return "ja".equals(reader.getLanguage()) ? (family + " " + given).strip() : english.get();
  }
}
