package org.honbu.announcements.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.honbu.kernel.IncidentId;

@ApplicationScoped
class JpaAnnouncementStore implements AnnouncementStore {
  @PersistenceContext(unitName = "announcements")
  EntityManager entities;

  @Override
  public List<AnnouncementRow> of(IncidentId incident) {
    return entities
        .createQuery(
            "select a from AnnouncementRow a where a.incident = :incident order by a.number desc",
            AnnouncementRow.class)
        .setParameter("incident", incident.value())
        .getResultList();
  }

  @Override
  public void add(AnnouncementRow row) {
    entities.persist(row);
  }

  @Override
  public void flush() {
    entities.flush();
  }
}
