package org.honbu.people.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import org.honbu.people.Rotation;
import org.honbu.people.Team;

/** Answers from the copy of the directory and from our own rows. */
@ApplicationScoped
class LivePeople implements People {
  private static final Comparator<Person> BY_NAME =
      Comparator.comparing(Person::family).thenComparing(Person::given).thenComparing(Person::id);

  private final DirectoryCopy directory;
  private final OrganisationStore organisation;

  @Inject
  LivePeople(DirectoryCopy directory, OrganisationStore organisation) {
    this.directory = directory;
    this.organisation = organisation;
  }

  @Override
  public Optional<Person> find(PersonId person) {
    return directory.find(person).map(Copy.Entry::person);
  }

  @Override
  public List<Person> everybody() {
    return directory.known().values().stream().map(Copy.Entry::person).sorted(BY_NAME).toList();
  }

  @Override
  public Set<Role> rolesOf(PersonId person) {
    return directory.rolesOf(person);
  }

  @Override
  public List<Person> withRole(Role role) {
    return holders(directory.trusted(), role).sorted(BY_NAME).toList();
  }

  /** One look at our rows and one over the copy, however many people there are. */
  @Override
  public Optional<PersonId> meant(String loginOrAddress) {
    Map<PersonId, Copy.Entry> known = directory.known();
    return known.values().stream()
        .filter(entry -> isMeant(entry, loginOrAddress))
        .map(entry -> entry.person().id())
        .findFirst()
        .or(
            () ->
                organisation
                    .whoseAddress(loginOrAddress)
                    .filter(person -> known.containsKey(person)));
  }

  private static boolean isMeant(Copy.Entry entry, String loginOrAddress) {
    return entry.person().id().value().equalsIgnoreCase(loginOrAddress)
        || entry.email().filter(loginOrAddress::equalsIgnoreCase).isPresent();
  }

  private static Stream<Person> holders(Map<PersonId, Copy.Entry> among, Role role) {
    return among.values().stream()
        .filter(entry -> entry.roles().contains(role))
        .map(Copy.Entry::person);
  }

  @Override
  public List<Team> teams() {
    return organisation.teams();
  }

  @Override
  public Optional<Team> team(TeamId team) {
    return organisation.team(team);
  }

  @Override
  public List<PersonId> members(TeamId team) {
    return organisation.members(team);
  }

  @Override
  public Set<TeamId> teamsOf(PersonId person) {
    return organisation.teamsOf(person);
  }

  @Override
  public List<Component> components() {
    return organisation.components();
  }

  @Override
  public Optional<Component> component(String id) {
    return organisation.component(id);
  }

  @Override
  public List<PersonId> onCall(TeamId team, OnCallLevel level, Instant at) {
    return scheduled(team, level, at).stream().filter(this::stillHere).toList();
  }

  private List<PersonId> scheduled(TeamId team, OnCallLevel level, Instant at) {
    return switch (level) {
      case PRIMARY, SECONDARY -> turn(organisation.rotation(team, level), at);
      case WHOLE_TEAM -> organisation.members(team);
      case COMMANDERS -> turn(organisation.commanderSchedule(), at);
      // Being paged is no right: whoever was process owner when Keycloak last answered is reached.
      case PROCESS_OWNERS ->
          holders(directory.known(), Role.PROCESS_OWNER).map(Person::id).sorted().toList();
    };
  }

  private static List<PersonId> turn(Optional<Rotation> rotation, Instant at) {
    return rotation.flatMap(people -> people.at(at)).stream().toList();
  }

  /** Before Keycloak has ever answered, the schedule is believed. */
  private boolean stillHere(PersonId person) {
    return !directory.knowsAnybody() || directory.find(person).isPresent();
  }

  @Override
  public List<ContactPoint> contactPoints(PersonId person) {
    List<ContactPoint> points = new ArrayList<>(organisation.contactPoints(person));
    if (points.stream().noneMatch(point -> point.channel() == ContactPoint.Channel.EMAIL)) {
      directory
          .find(person)
          .flatMap(Copy.Entry::email)
          .ifPresent(
              address -> points.add(0, new ContactPoint(ContactPoint.Channel.EMAIL, address)));
    }
    return List.copyOf(points);
  }

  /** One query, however many they are. */
  @Override
  public Set<PersonId> reachable(Collection<PersonId> among) {
    Set<PersonId> ways = organisation.haveContactPoints(among);
    return among.stream()
        .filter(
            person ->
                ways.contains(person)
                    || directory.find(person).flatMap(Copy.Entry::email).isPresent())
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public List<ReadinessDefect> readinessDefects(Instant at) {
    List<ReadinessDefect> defects = new ArrayList<>();
    Set<PersonId> everyoneScheduled = new LinkedHashSet<>();
    for (Team team : organisation.teams()) {
      for (OnCallLevel level : OnCallLevel.values()) {
        List<PersonId> people = scheduled(team.id(), level, at);
        everyoneScheduled.addAll(people);
        if (people.stream().noneMatch(this::stillHere)) {
          defects.add(new ReadinessDefect.EmptyLevel(team.id(), level));
        }
      }
    }
    everyoneScheduled.forEach(person -> defectOf(person).ifPresent(defects::add));
    defects.addAll(twoTurnsAtOnce(at));
    return List.copyOf(defects);
  }

  private List<ReadinessDefect> twoTurnsAtOnce(Instant at) {
    List<PersonId> commanders = turn(organisation.commanderSchedule(), at);
    List<ReadinessDefect> defects = new ArrayList<>();
    for (Team team : organisation.teams()) {
      for (OnCallLevel level : List.of(OnCallLevel.PRIMARY, OnCallLevel.SECONDARY)) {
        scheduled(team.id(), level, at).stream()
            .filter(commanders::contains)
            .map(person -> new ReadinessDefect.TwoTurnsAtOnce(person, team.id()))
            .forEach(defects::add);
      }
    }
    return defects;
  }

  private Optional<ReadinessDefect> defectOf(PersonId person) {
    if (!stillHere(person)) {
      return Optional.of(new ReadinessDefect.NotInDirectory(person));
    }
    return contactPoints(person).isEmpty()
        ? Optional.of(new ReadinessDefect.NoContactPoint(person))
        : Optional.empty();
  }

  @Override
  public DirectoryState directory() {
    return directory.state();
  }
}
