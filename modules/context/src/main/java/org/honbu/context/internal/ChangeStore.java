package org.honbu.context.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.honbu.context.Change;

/** Keeps changes in this module's table; joins the running transaction. */
@ApplicationScoped
class ChangeStore {
  @PersistenceContext(unitName = "context")
  EntityManager em;

  Optional<ChangeRow> find(String integration, String externalId) {
    return em.createQuery(
            "select c from ChangeRow c"
                + " where c.integration = :integration and c.externalId = :external",
            ChangeRow.class)
        .setParameter("integration", integration)
        .setParameter("external", externalId)
        .getResultStream()
        .findFirst();
  }

  /** Fails at once when another told the same external id meanwhile. */
  void add(ChangeRow change) {
    em.persist(change);
    em.flush();
  }

  Optional<Instant> lastTold() {
    return em.createQuery("select c.toldAt from ChangeRow c order by c.toldAt desc", Instant.class)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  /** Says how many. */
  int forgetToldBefore(Instant then) {
    return em.createQuery("delete from ChangeRow c where c.toldAt < :then")
        .setParameter("then", then)
        .executeUpdate();
  }

  List<Change> on(Set<String> components, Instant since, int most) {
    return em.createQuery(
            "select c from ChangeRow c where c.component in :components and c.at >= :since"
                + " order by c.at desc, c.toldAt desc",
            ChangeRow.class)
        .setParameter("components", components)
        .setParameter("since", since)
        .setMaxResults(most)
        .getResultStream()
        .map(ChangeRow::change)
        .toList();
  }
}
