package org.honbu.people.internal;

import java.util.Locale;
import org.honbu.kernel.PersonId;
import org.honbu.people.People;

/**
 * A person as REST shows them.
 *
 * @param name in the reader's language
 */
public record PersonJson(String id, String name) {
  static PersonJson of(PersonId person, People people, Locale reader) {
    return new PersonJson(person.value(), people.name(person, reader));
  }
}
