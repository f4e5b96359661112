package org.honbu.people.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import org.honbu.people.PassedOver;

/** Keeps the holes that somebody fell into. */
@ApplicationScoped
class ReadinessStore {
  @PersistenceContext(unitName = "people")
  EntityManager em;

  /** Keeps the first of each. */
  void add(PassedOver what) {
    if (em.find(PassedOverRow.class, PassedOverRow.keyOf(what)) == null) {
      em.persist(new PassedOverRow(what));
    }
  }

  /** Newest first. */
  List<PassedOver> since(Instant then) {
    return em.createQuery(
            "select p from PassedOverRow p where p.at >= :then"
                + " order by p.at desc, p.incident, p.level, p.person",
            PassedOverRow.class)
        .setParameter("then", then)
        .getResultStream()
        .map(PassedOverRow::passedOver)
        .toList();
  }
}
