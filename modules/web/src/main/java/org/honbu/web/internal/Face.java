package org.honbu.web.internal;

import java.util.Locale;
import org.honbu.people.Person;

/**
 * A person as a page shows them.
 *
 * @param initials 「佐」 in Japanese, “MS” in English
 */
public record Face(String id, String name, String initials) {

  static Face of(Person person, Locale reader) {
    String name = person.display(reader);
    return new Face(person.id().value(), name, initials(name));
  }

  private static String initials(String name) {
    String first = letterAt(name, 0);
    int space = name.lastIndexOf(' ');
    return name.charAt(0) < 0x250 && space > 0 ? first + letterAt(name, space + 1) : first;
  }

  private static String letterAt(String name, int index) {
    return Character.toString(name.codePointAt(index));
  }
}
