package org.honbu.announcements.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.honbu.people.DirectoryState;
import org.honbu.people.People;
import org.honbu.people.Person;
import org.honbu.people.Role;

@ApplicationScoped
class DirectoryCrew implements Crew {
  private final People people;

  @Inject
  DirectoryCrew(People people) {
    this.people = people;
  }

  @Override
  public boolean isKnown() {
    return !(people.directory() instanceof DirectoryState.Blind);
  }

  @Override
  public List<PersonId> withRole(Role role) {
    return people.withRole(role).stream().map(Person::id).toList();
  }

  @Override
  public boolean has(PersonId person, Role role) {
    return people.hasRole(person, role);
  }

  @Override
  public Words name(PersonId person) {
    return new Words(people.name(person, Locale.JAPANESE), people.name(person, Locale.ENGLISH));
  }
}
