package org.honbu.people.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.people.Contribution;

/** Keeps who was there and what they did. */
@ApplicationScoped
class LevelStore {
  @PersistenceContext(unitName = "people")
  EntityManager em;

  /** Keeps the first time. */
  void add(PersonId person, IncidentId incident, Instant at) {
    var key = new AttendanceRow.Key(incident.value(), person.value());
    if (em.find(AttendanceRow.class, key) == null) {
      em.persist(new AttendanceRow(person, incident, at));
    }
  }

  void add(Contribution contribution) {
    if (em.find(ContributionRow.class, contribution.id()) == null) {
      em.persist(new ContributionRow(contribution));
    }
  }

  int incidents(PersonId person) {
    return em.createQuery(
            "select count(a) from AttendanceRow a where a.person = :person", Long.class)
        .setParameter("person", person.value())
        .getSingleResult()
        .intValue();
  }

  /** Newest first. */
  List<Contribution> contributions(PersonId person) {
    return em.createQuery(
            "select c from ContributionRow c where c.person = :person order by c.at desc, c.id",
            ContributionRow.class)
        .setParameter("person", person.value())
        .getResultStream()
        .map(ContributionRow::contribution)
        .toList();
  }
}
