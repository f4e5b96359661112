package org.honbu.incidents.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.TeamId;
import org.honbu.kernel.Words;
import org.honbu.people.Component;
import org.honbu.people.ContactPoint;
import org.honbu.people.DirectoryState;
import org.honbu.people.OnCallLevel;
import org.honbu.people.People;
import org.honbu.people.Person;
import org.honbu.people.ReadinessDefect;
import org.honbu.people.Role;
import org.honbu.people.Team;
import org.jspecify.annotations.Nullable;

/** A small organisation: who is who in the tests. */
final class Town implements People {
  static final TeamId PAYMENTS = new TeamId("payments");
  static final TeamId PLATFORM = new TeamId("platform");

  private final Map<PersonId, Set<Role>> roles = new ConcurrentSkipListMap<>();
  private final Map<PersonId, Set<TeamId>> teams = new ConcurrentSkipListMap<>();

  /** Whom nothing reaches. */
  final Set<PersonId> unreachable = new LinkedHashSet<>();

  /** Whose week it is, for whatever team. */
  @Nullable PersonId onCall;

  Town() {
    settle("misaki", PAYMENTS, Role.RESPONDER);
    settle("itsuki", PAYMENTS, Role.RESPONDER);
    settle("aoi", null, Role.INCIDENT_COMMANDER, Role.RESPONDER);
    settle("sakura", null, Role.INCIDENT_COMMANDER);
    settle("riku", null, Role.COMMANDER_TRAINEE);
    settle("yumi", null, Role.ANNOUNCER);
    settle("daniel", null, Role.ANNOUNCER, Role.INCIDENT_COMMANDER);
    settle("takumi", null, Role.PROCESS_OWNER);
    settle("emma", null);
  }

  private void settle(String name, @Nullable TeamId team, Role... more) {
    var person = new PersonId(name);
    Set<Role> all = EnumSet.of(Role.EMPLOYEE);
    all.addAll(List.of(more));
    roles.put(person, all);
    teams.put(person, team == null ? Set.of() : new LinkedHashSet<>(Set.of(team)));
  }

  /** Somebody new who is qualified to command. */
  PersonId newcomer(String name) {
    settle(name, null, Role.INCIDENT_COMMANDER);
    return new PersonId(name);
  }

  void loses(PersonId person, Role role) {
    roles.computeIfPresent(
        person,
        (one, theirs) -> {
          theirs.remove(role);
          return theirs;
        });
  }

  void privacyOfficer(String name) {
    settle(name, null, Role.PRIVACY_OFFICER);
  }

  /** Somebody of the team that owns payment-api, who is qualified to command. */
  PersonId ownerWhoMayCommand(String name) {
    settle(name, PAYMENTS, Role.INCIDENT_COMMANDER);
    return new PersonId(name);
  }

  @Override
  public Optional<Person> find(PersonId person) {
    return Optional.of(person).filter(roles::containsKey).map(Person::unknown);
  }

  @Override
  public List<Person> everybody() {
    return roles.keySet().stream().map(Person::unknown).toList();
  }

  @Override
  public Set<Role> rolesOf(PersonId person) {
    return roles.getOrDefault(person, Set.of());
  }

  @Override
  public List<Person> withRole(Role role) {
    return roles.entrySet().stream()
        .filter(entry -> entry.getValue().contains(role))
        .map(entry -> Person.unknown(entry.getKey()))
        .toList();
  }

  @Override
  public List<Team> teams() {
    return List.of(
        new Team(PAYMENTS, new Words("決済", "Payments"), Team.Type.PRODUCT),
        new Team(PLATFORM, new Words("基盤", "Platform"), Team.Type.PLATFORM));
  }

  @Override
  public Optional<Team> team(TeamId team) {
    return teams().stream().filter(one -> one.id().equals(team)).findFirst();
  }

  @Override
  public List<PersonId> members(TeamId team) {
    List<PersonId> members = new ArrayList<>();
    teams.forEach(
        (person, theirs) -> {
          if (theirs.contains(team)) {
            members.add(person);
          }
        });
    return members;
  }

  @Override
  public Set<TeamId> teamsOf(PersonId person) {
    return teams.getOrDefault(person, Set.of());
  }

  @Override
  public List<Component> components() {
    return List.of(
        new Component("payment-api", Component.Function.CORE, PAYMENTS, Optional.empty()));
  }

  @Override
  public Optional<Component> component(String id) {
    return components().stream().filter(one -> one.id().equals(id)).findFirst();
  }

  @Override
  public List<PersonId> onCall(TeamId team, OnCallLevel level, Instant at) {
    return onCall == null ? List.of() : List.of(onCall);
  }

  @Override
  public List<ContactPoint> contactPoints(PersonId person) {
    return unreachable.contains(person)
        ? List.of()
        : List.of(new ContactPoint(ContactPoint.Channel.EMAIL, person.value() + "@honbu.example"));
  }

  @Override
  public List<ReadinessDefect> readinessDefects(Instant at) {
    return List.of();
  }

  @Override
  public DirectoryState directory() {
    throw new UnsupportedOperationException("nobody asks");
  }
}
