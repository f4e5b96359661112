package org.honbu.people.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.TeamId;
import org.honbu.people.Component;
import org.honbu.people.ContactPoint;
import org.honbu.people.OnCallLevel;
import org.honbu.people.Rotation;
import org.honbu.people.Team;

/** Keeps teams, catalogue, rotations and contact points in this module's tables. */
@ApplicationScoped
class OrganisationStore {
  @PersistenceContext(unitName = "people")
  EntityManager em;

  List<Team> teams() {
    return em.createQuery("select t from TeamRow t order by t.id", TeamRow.class)
        .getResultStream()
        .map(TeamRow::team)
        .toList();
  }

  Optional<Team> team(TeamId team) {
    return Optional.ofNullable(em.find(TeamRow.class, team.value())).map(TeamRow::team);
  }

  List<MembershipRow> memberships() {
    return em.createQuery("select m from MembershipRow m order by m.person", MembershipRow.class)
        .getResultList();
  }

  List<PersonId> members(TeamId team) {
    return em.createQuery(
            "select m from MembershipRow m where m.team = :team order by m.person",
            MembershipRow.class)
        .setParameter("team", team.value())
        .getResultStream()
        .map(MembershipRow::person)
        .toList();
  }

  Set<TeamId> teamsOf(PersonId person) {
    return em.createQuery(
            "select m from MembershipRow m where m.person = :person", MembershipRow.class)
        .setParameter("person", person.value())
        .getResultStream()
        .map(MembershipRow::team)
        .collect(Collectors.toUnmodifiableSet());
  }

  List<Component> components() {
    return em.createQuery(
            "select distinct c from ComponentRow c left join fetch c.dependsOn order by c.id",
            ComponentRow.class)
        .getResultStream()
        .map(ComponentRow::component)
        .toList();
  }

  Optional<Component> component(String id) {
    return Optional.ofNullable(em.find(ComponentRow.class, id)).map(ComponentRow::component);
  }

  Optional<Rotation> rotation(TeamId team, OnCallLevel level) {
    return rotation(scheduleOf(team, level));
  }

  Optional<Rotation> commanderSchedule() {
    return rotation(COMMANDERS);
  }

  private Optional<Rotation> rotation(String schedule) {
    return Optional.ofNullable(em.find(RotationRow.class, schedule)).map(RotationRow::rotation);
  }

  List<ContactPoint> contactPoints(PersonId person) {
    return em.createQuery(
            "select c from ContactPointRow c where c.person = :person", ContactPointRow.class)
        .setParameter("person", person.value())
        .getResultStream()
        .map(ContactPointRow::contactPoint)
        .sorted()
        .toList();
  }

  /** Whose e-mail address or telephone number this is, in capitals or not. */
  Optional<PersonId> whoseAddress(String address) {
    return em.createQuery(
            "select c.person from ContactPointRow c where lower(c.address) = :address"
                + " order by c.person",
            String.class)
        .setParameter("address", address.toLowerCase(Locale.ROOT))
        .setMaxResults(1)
        .getResultStream()
        .findFirst()
        .map(PersonId::new);
  }

  /** Those of them who have any contact point of their own. */
  Set<PersonId> haveContactPoints(Collection<PersonId> among) {
    return em.createQuery(
            "select distinct c.person from ContactPointRow c where c.person in :people",
            String.class)
        .setParameter("people", among.stream().map(PersonId::value).toList())
        .getResultStream()
        .map(PersonId::new)
        .collect(Collectors.toUnmodifiableSet());
  }

  void put(Team team) {
    em.merge(new TeamRow(team));
  }

  void put(PersonId person, TeamId team) {
    em.merge(new MembershipRow(person, team));
  }

  void put(Component component) {
    em.merge(new ComponentRow(component));
  }

  void put(TeamId team, OnCallLevel level, Rotation rotation) {
    em.merge(new RotationRow(scheduleOf(team, level), rotation));
  }

  void putCommanderSchedule(Rotation rotation) {
    em.merge(new RotationRow(COMMANDERS, rotation));
  }

  void put(PersonId person, ContactPoint point) {
    em.merge(new ContactPointRow(person, point));
  }

  private static final String COMMANDERS = "commanders";

  private static String scheduleOf(TeamId team, OnCallLevel level) {
    return team.value() + "/" + level.number();
  }
}
