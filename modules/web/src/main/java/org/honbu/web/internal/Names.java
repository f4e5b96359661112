package org.honbu.web.internal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.honbu.kernel.Actor;
import org.honbu.kernel.CurrentPerson;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.TeamId;
import org.honbu.kernel.Words;
import org.honbu.people.People;
import org.honbu.people.Person;

/** How people, teams and steps are called in the reader's language. */
@RequestScoped
public class Names {
  private final People people;
  private final Locale reader;

  @Inject
  public Names(People people, CurrentPerson person) {
    this(people, person.locale());
  }

  Names(People people, Locale reader) {
    this.people = people;
    this.reader = reader;
  }

  Face face(PersonId id) {
    Person person = people.find(id).orElseGet(() -> Person.unknown(id));
    return Face.of(person, reader);
  }

  String of(PersonId id) {
    return people.name(id, reader);
  }

  String of(TeamId id) {
    return people.team(id).map(team -> team.name().in(reader)).orElse(id.value());
  }

  String of(Actor actor) {
    if (actor instanceof Actor.Person person) {
      return of(person.id());
    }
    return actor instanceof Actor.Integration integration ? integration.id() : "Honbu";
  }

  String in(Words words) {
    return words.in(reader);
  }

  /**
   * What somebody wrote, in the reader's half when it says the same in Japanese and then in another
   * script: 「決済が止まりました / Payments stopped」. Any other slash is only a slash.
   */
  String title(String written) {
    return title(written, reader);
  }

  static String title(String written, Locale reader) {
    return Words.written(written).in(reader);
  }

  /** The reader's half of a label that a diagram carries in both languages, 「指揮する / Lead …」. */
  String ofLabel(String label) {
    return half(label, reader);
  }

  static String half(String label, Locale reader) {
    return Words.ofBoth(label).in(reader);
  }

  /** The sentence with these people's login names replaced by their names. */
  String withNames(Words words, Collection<PersonId> mentioned) {
    String sentence = words.in(reader);
    for (PersonId person : mentioned) {
      Pattern login =
          Pattern.compile("(?<![\\w.@-])" + Pattern.quote(person.value()) + "(?![\\w@-])");
      sentence = login.matcher(sentence).replaceAll(Matcher.quoteReplacement(of(person)));
    }
    return sentence;
  }
}
