package org.honbu.incidents.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.honbu.kernel.Actor;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;

/** Reads it from the database. */
@ApplicationScoped
class JpaCareStore implements CareStore {
  @PersistenceContext(unitName = "incidents")
  private EntityManager database;

  /** For the server, which hands in the entity manager. */
  JpaCareStore() {}

  JpaCareStore(EntityManager database) {
    this.database = database;
  }

  @Override
  public Optional<HeardActivity> activity(UUID activity) {
    return Optional.ofNullable(database.find(HeardActivity.class, activity));
  }

  @Override
  public List<HeardActivity> activitiesOn(String component, Instant since, int most) {
    // Nothing is heard before it was done: the first condition is for the index.
    return database
        .createQuery(
            "select a from HeardActivity a where a.heardAt >= ?1 and a.happenedAt >= ?1"
                + " and a.component = ?2 order by a.happenedAt desc, a.id desc",
            HeardActivity.class)
        .setParameter(1, since)
        .setParameter(2, component)
        .setMaxResults(most)
        .getResultList();
  }

  @Override
  public Set<IncidentId> concerned(Optional<PersonId> person, Optional<String> component) {
    Set<String> found = new TreeSet<>();
    component.ifPresent(
        name ->
            found.addAll(
                database
                    .createQuery(
                        "select i.id from Incident i"
                            + " where i.component = ?1 and i.kind = ?2 and i.state in ?3",
                        String.class)
                    .setParameter(1, name)
                    .setParameter(2, Kind.REAL)
                    .setParameter(3, JpaIncidentStore.OPEN)
                    .getResultList()));
    person.ifPresent(
        holder ->
            found.addAll(
                database
                    .createQuery(
                        "select s.incident from Seat s, Incident i where s.incident = i.id"
                            + " and s.holder = ?1 and i.state in ?2",
                        String.class)
                    .setParameter(1, holder)
                    .setParameter(2, JpaIncidentStore.OPEN)
                    .getResultList()));
    return found.stream().map(IncidentId::new).collect(Collectors.toCollection(TreeSet::new));
  }

  @Override
  public List<Sign> signs(IncidentId incident, int epoch) {
    return database
        .createQuery(
            "select s from Sign s where s.incident = ?1 and s.epoch = ?2"
                + " order by s.noticedAt, s.id",
            Sign.class)
        .setParameter(1, incident.value())
        .setParameter(2, epoch)
        .getResultList();
  }

  @Override
  public List<Question> questions(IncidentId incident, int epoch) {
    return database
        .createQuery(
            "select q from Question q where q.incident = ?1 and q.epoch = ?2"
                + " order by q.askedAt, q.id",
            Question.class)
        .setParameter(1, incident.value())
        .setParameter(2, epoch)
        .getResultList();
  }

  @Override
  public Optional<Presence> presence(IncidentId incident, PersonId person) {
    return Optional.ofNullable(database.find(Presence.class, Presence.Key.of(incident, person)));
  }

  @Override
  public Optional<Instant> lastAct(IncidentId incident, PersonId person, Set<String> otherThan) {
    String others = otherThan.isEmpty() ? "" : " and t.type not in ?3";
    var query =
        database
            .createQuery(
                "select max(t.happenedAt) from TimelineLine t"
                    + " where t.incident = ?1 and t.actor = ?2"
                    + others,
                Instant.class)
            .setParameter(1, incident.value())
            .setParameter(2, Actor.person(person));
    if (!otherThan.isEmpty()) {
      query.setParameter(3, otherThan);
    }
    return Optional.ofNullable(query.getSingleResult());
  }
}
