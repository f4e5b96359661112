package org.honbu.announcements.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.honbu.people.DirectoryState;
import org.honbu.people.OnCallLevel;
import org.honbu.people.People;
import org.honbu.people.Person;
import org.honbu.people.Role;

@ApplicationScoped
class DirectoryCrew implements Crew {
  private final People people;
  private final Clock clock;

  @Inject
  DirectoryCrew(People people, Clock clock) {
    this.people = people;
    this.clock = clock;
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
  public boolean isOnCall(PersonId person) {
    Instant now = clock.instant();
    return people.teamsOf(person).stream()
        .anyMatch(team -> people.onCall(team, OnCallLevel.PRIMARY, now).contains(person));
  }

  @Override
  public Words name(PersonId person) {
    return new Words(people.name(person, Locale.JAPANESE), people.name(person, Locale.ENGLISH));
  }
}
