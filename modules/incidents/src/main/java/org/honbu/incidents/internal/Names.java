package org.honbu.incidents.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.honbu.kernel.Actor;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.honbu.people.People;
import org.honbu.people.Person;
import org.honbu.people.Role;

/** Says sentences with people's names in them, in each language as its readers say them. */
@ApplicationScoped
class Names {
  private static final int ENOUGH = 5;
  private final People people;

  @Inject
  Names(People people) {
    this.people = people;
  }

  Words of(PersonId person) {
    return new Words(people.name(person, Locale.JAPANESE), people.name(person, Locale.ENGLISH));
  }

  Words of(Actor actor) {
    if (actor instanceof Actor.Person person) {
      return of(person.id());
    }
    if (actor instanceof Actor.Integration integration) {
      return new Words(integration.id(), integration.id());
    }
    return new Words("Honbu", "Honbu");
  }

  /** A few of those who have the role, so that a refused person knows whom to ask. */
  Words whoHave(Role role) {
    List<Person> able = people.withRole(role);
    return new Words(
        list(able, person -> person.display(Locale.JAPANESE) + " さん", "、", " ほか"),
        list(able, person -> person.display(Locale.ENGLISH), ", ", " and others"));
  }

  private static String list(
      List<Person> able, Function<Person, String> name, String comma, String more) {
    String names = String.join(comma, able.stream().limit(ENOUGH).map(name).toList());
    return able.size() > ENOUGH ? names + more : names;
  }

  /** What somebody wrote, the same to every reader. */
  static Words same(String text) {
    return new Words(text, text);
  }

  /** Puts sentences into the places of a sentence, language by language. */
  static Words fill(Words sentence, Words... values) {
    return sentence.with((Object[]) values);
  }
}
