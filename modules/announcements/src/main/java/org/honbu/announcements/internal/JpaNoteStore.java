package org.honbu.announcements.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.honbu.kernel.IncidentId;

@ApplicationScoped
class JpaNoteStore implements NoteStore {
  @PersistenceContext(unitName = "announcements")
  EntityManager entities;

  @Override
  public <N extends Noted> List<N> of(Class<N> kind, IncidentId incident) {
    return entities
        .createQuery(
            "select n from "
                + kind.getSimpleName()
                + " n where n.incident = :incident order by n.number desc",
            kind)
        .setParameter("incident", incident.value())
        .getResultList();
  }

  @Override
  public void add(Noted note) {
    entities.persist(note);
    entities.flush();
  }
}
