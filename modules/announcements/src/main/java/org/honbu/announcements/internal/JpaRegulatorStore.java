package org.honbu.announcements.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.honbu.announcements.RegulatorReport.Stage;
import org.honbu.kernel.IncidentId;

@ApplicationScoped
class JpaRegulatorStore implements RegulatorStore {
  @PersistenceContext(unitName = "announcements")
  EntityManager entities;

  @Override
  public Optional<RegulatorReportRow> find(IncidentId incident) {
    return Optional.ofNullable(entities.find(RegulatorReportRow.class, incident.value()));
  }

  @Override
  public List<RegulatorReportRow> open() {
    return entities
        .createQuery(
            "select r from RegulatorReportRow r where r.stage <> :ended order by r.incident",
            RegulatorReportRow.class)
        .setParameter("ended", Stage.ENDED)
        .getResultList();
  }

  @Override
  public void add(RegulatorReportRow row) {
    entities.persist(row);
    entities.flush();
  }

  @Override
  public void flush() {
    entities.flush();
  }
}
