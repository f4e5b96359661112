package org.honbu.warroom.internal.loop;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;
import org.honbu.kernel.IncidentId;

@ApplicationScoped
class JpaLoopStore implements LoopStore {
  @PersistenceContext(unitName = "warroom")
  EntityManager entities;

  @Override
  public <R extends Row> Optional<R> newest(Class<R> kind, IncidentId incident) {
    return query(kind, incident).setMaxResults(1).getResultStream().findFirst();
  }

  @Override
  public <R extends Row> List<R> all(Class<R> kind, IncidentId incident) {
    return query(kind, incident).getResultList();
  }

  private <R extends Row> TypedQuery<R> query(Class<R> kind, IncidentId incident) {
    return entities
        .createQuery(
            "select r from "
                + kind.getSimpleName()
                + " r where r.incident = :incident order by r.number desc",
            kind)
        .setParameter("incident", incident.value());
  }

  @Override
  public void add(Row row) {
    entities.persist(row);
  }

  @Override
  public void flush() {
    entities.flush();
  }
}
