package org.honbu.people;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.TeamId;

/**
 * Answers who is who, who may what, and who is on call.
 *
 * <p>Names and roles come from Keycloak through a copy in memory which is at most 20 s old while
 * Keycloak answers; no call waits for it. When Keycloak is silent the last good copy serves:
 * <em>rights</em> for at most 8 h ({@link #hasRole} says no afterwards), <em>names and ways to
 * reach people</em> without end, because paging must not need Keycloak.
 *
 * <p>Reads of our own rows join the caller's transaction when there is one.
 */
public interface People {

  /** The person, when the directory knows them and they have at least one of our roles. */
  Optional<Person> find(PersonId person);

  /** Everybody the directory knows, by family name. */
  List<Person> everybody();

  /**
   * Whom another system means: a login name or an e-mail address, in capitals or not.
   *
   * @return empty when the directory knows nobody of that name or address
   */
  default Optional<PersonId> meant(String loginOrAddress) {
    return everybody().stream()
        .map(Person::id)
        .filter(
            person ->
                person.value().equalsIgnoreCase(loginOrAddress)
                    || contactPoints(person).stream()
                        .anyMatch(point -> point.address().equalsIgnoreCase(loginOrAddress)))
        .findFirst();
  }

  /** The name for a reader; somebody unknown goes by their login name. */
  default String name(PersonId person, Locale reader) {
    return find(person).orElseGet(() -> Person.unknown(person)).display(reader);
  }

  /**
   * Whether the person has the role now. Always ask here, never the token: a role taken away in
   * Keycloak stops working within 60 s.
   */
  default boolean hasRole(PersonId person, Role role) {
    return rolesOf(person).contains(role);
  }

  /** All standing roles, also through groups, subgroups and composite roles. */
  Set<Role> rolesOf(PersonId person);

  /** Everybody who has the role now. */
  List<Person> withRole(Role role);

  /** All teams, by id. */
  List<Team> teams();

  Optional<Team> team(TeamId team);

  List<PersonId> members(TeamId team);

  Set<TeamId> teamsOf(PersonId person);

  default boolean inTeam(PersonId person, TeamId team) {
    return teamsOf(person).contains(team);
  }

  /** The whole component catalogue, by id. */
  List<Component> components();

  /** The component an alert or a person named; empty when the catalogue has no such entry. */
  Optional<Component> component(String id);

  /** What needs this component to work, by id. */
  default List<Component> dependentsOf(String component) {
    return components().stream().filter(one -> one.dependsOn().contains(component)).toList();
  }

  /**
   * Whom to page on this rung at that instant.
   *
   * <p>Somebody the directory says has left is not among them. For {@link OnCallLevel#COMMANDERS}
   * and {@link OnCallLevel#PROCESS_OWNERS} the team does not matter.
   *
   * @return in paging order; empty means skip the rung at once
   */
  List<PersonId> onCall(TeamId team, OnCallLevel level, Instant at);

  /** Ways to reach the person, the one to try first first: e-mail before telephone. */
  List<ContactPoint> contactPoints(PersonId person);

  /** Those of them whom anything can reach. */
  default Set<PersonId> reachable(Collection<PersonId> among) {
    return among.stream()
        .filter(person -> !contactPoints(person).isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Whether a component belongs to a team of theirs.
   *
   * @param component as somebody named it
   * @return empty when the catalogue has no such entry, so that nobody knows
   */
  default Optional<Boolean> owns(PersonId person, String component) {
    return component(component).map(known -> inTeam(person, known.owner()));
  }

  /** What would go wrong if a page were sent at that instant. */
  List<ReadinessDefect> readinessDefects(Instant at);

  /** How far names and roles can be trusted now. */
  DirectoryState directory();
}
