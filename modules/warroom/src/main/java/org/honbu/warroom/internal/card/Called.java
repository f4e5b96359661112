package org.honbu.warroom.internal.card;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.honbu.people.People;
import org.honbu.people.Role;

/** How people are called in sentences, in each language as its readers say it. */
@ApplicationScoped
class Called {
  private static final int ENOUGH = 3;
  private final People people;

  @Inject
  Called(People people) {
    this.people = people;
  }

  /** 「中村 葵 さん」, “Aoi Nakamura”. */
  Words of(PersonId person) {
    return new Words(
        people.name(person, Locale.JAPANESE) + " さん", people.name(person, Locale.ENGLISH));
  }

  /** A few of them, and how many more. */
  Words of(Collection<PersonId> several) {
    List<Words> names = several.stream().limit(ENOUGH).map(this::of).toList();
    int more = several.size() - names.size();
    return new Words(
        names.stream().map(Words::ja).collect(Collectors.joining("、"))
            + (more > 0 ? " ほか " + more + " 人" : ""),
        names.stream().map(Words::en).collect(Collectors.joining(", "))
            + (more > 0 ? " and " + more + " more" : ""));
  }

  Words whoHave(Role role) {
    return of(people.withRole(role).stream().map(person -> person.id()).toList());
  }

  /** Puts sentences into the places of a sentence, language by language. */
  static Words fill(Words sentence, Words... values) {
    return sentence.with((Object[]) values);
  }

  /** What somebody wrote, on one line. */
  static Words written(String text) {
    String line = text.replaceAll("\\s+", " ").strip();
    return Words.written(line);
  }
}
