package org.honbu.notifications.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.TeamId;
import org.honbu.people.Component;
import org.honbu.people.ContactPoint;
import org.honbu.people.DirectoryState;
import org.honbu.people.OnCallLevel;
import org.honbu.people.People;
import org.honbu.people.Person;
import org.honbu.people.ReadinessDefect;
import org.honbu.people.Role;
import org.honbu.people.Team;

/** Misaki, Aoi and Grace, and the addresses a test gives them. */
final class FakePeople implements People {
  static final PersonId MISAKI = new PersonId("misaki");
  static final PersonId AOI = new PersonId("aoi");
  static final PersonId GRACE = new PersonId("grace");

  private final Map<PersonId, Person> known = new LinkedHashMap<>();
  private final Map<PersonId, List<ContactPoint>> contacts = new LinkedHashMap<>();

  FakePeople() {
    know(new Person(MISAKI, "佐藤", "美咲", Optional.of("Misaki Sato")));
    know(new Person(AOI, "中村", "葵", Optional.of("Aoi Nakamura")));
    know(new Person(GRACE, "Miller", "Grace", Optional.empty()));
  }

  private void know(Person person) {
    known.put(person.id(), person);
    email(person.id(), person.id() + "@example.org");
  }

  void email(PersonId person, String address) {
    contacts
        .computeIfAbsent(person, p -> new ArrayList<>())
        .add(new ContactPoint(ContactPoint.Channel.EMAIL, address));
  }

  void onlyPhone(PersonId person) {
    contacts.put(person, List.of(new ContactPoint(ContactPoint.Channel.PHONE, "+81312345678")));
  }

  @Override
  public Optional<Person> find(PersonId person) {
    return Optional.ofNullable(known.get(person));
  }

  @Override
  public List<ContactPoint> contactPoints(PersonId person) {
    return contacts.getOrDefault(person, List.of());
  }

  @Override
  public List<Person> everybody() {
    return List.copyOf(known.values());
  }

  @Override
  public Set<Role> rolesOf(PersonId person) {
    return Set.of();
  }

  @Override
  public List<Person> withRole(Role role) {
    return List.of();
  }

  @Override
  public List<Team> teams() {
    return List.of();
  }

  @Override
  public Optional<Team> team(TeamId team) {
    return Optional.empty();
  }

  @Override
  public List<PersonId> members(TeamId team) {
    return List.of();
  }

  @Override
  public Set<TeamId> teamsOf(PersonId person) {
    return Set.of();
  }

  @Override
  public List<Component> components() {
    return List.of();
  }

  @Override
  public Optional<Component> component(String id) {
    return Optional.empty();
  }

  @Override
  public List<PersonId> onCall(TeamId team, OnCallLevel level, Instant at) {
    return List.of();
  }

  @Override
  public List<ReadinessDefect> readinessDefects(Instant at) {
    return List.of();
  }

  @Override
  public DirectoryState directory() {
    return new DirectoryState.Blind("a test needs none");
  }
}
