package org.honbu.announcements.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
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
  public void add(RegulatorReportRow row) {
    entities.persist(row);
    entities.flush();
  }

  @Override
  public void flush() {
    entities.flush();
  }
}
