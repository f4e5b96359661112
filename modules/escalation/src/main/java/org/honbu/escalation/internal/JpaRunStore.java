package org.honbu.escalation.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.honbu.escalation.Calls;
import org.honbu.kernel.IncidentId;

/** Runs in this module's tables. */
@ApplicationScoped
class JpaRunStore implements RunStore {
  @PersistenceContext(unitName = "escalation")
  EntityManager em;

  @Override
  public void add(Run run) {
    em.persist(run);
  }

  @Override
  public Optional<Run> lock(String processRun) {
    return locked(
            query("select r from Run r where r.processRun = :run").setParameter("run", processRun))
        .stream()
        .findFirst();
  }

  @Override
  public List<Run> lockRinging(IncidentId incident) {
    return locked(
        query(
                "select r from Run r where r.incident = :incident and r.state = :ringing"
                    + " order by r.startedAt, r.id")
            .setParameter("incident", incident.value())
            .setParameter("ringing", Calls.State.RINGING));
  }

  @Override
  public Optional<Run> lockNewest(IncidentId incident) {
    return locked(
            query(
                    "select r from Run r where r.incident = :incident"
                        + " order by r.startedAt desc, r.id desc")
                .setParameter("incident", incident.value())
                .setMaxResults(1))
        .stream()
        .findFirst();
  }

  @Override
  public Optional<Run> lockById(String id) {
    return uuid(id).stream()
        .flatMap(
            run ->
                locked(query("select r from Run r where r.id = :id").setParameter("id", run))
                    .stream())
        .findFirst();
  }

  @Override
  public Optional<Run> find(String id) {
    return uuid(id).map(run -> em.find(Run.class, run));
  }

  @Override
  public List<Run> of(IncidentId incident) {
    return query("select r from Run r where r.incident = :incident order by r.startedAt, r.id")
        .setParameter("incident", incident.value())
        .getResultList();
  }

  @Override
  public List<Run> ringing(Collection<IncidentId> incidents) {
    if (incidents.isEmpty()) {
      return List.of();
    }
    return query(
            "select r from Run r where r.incident in :incidents and r.state = :ringing"
                + " order by r.startedAt, r.id")
        .setParameter("incidents", incidents.stream().map(IncidentId::value).toList())
        .setParameter("ringing", Calls.State.RINGING)
        .getResultList();
  }

  @Override
  public void flush() {
    em.flush();
  }

  private TypedQuery<Run> query(String text) {
    return em.createQuery(text, Run.class);
  }

  /** The row may have changed while we waited for its lock, so it is read again. */
  private List<Run> locked(TypedQuery<Run> query) {
    List<Run> runs = query.setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList();
    runs.forEach(em::refresh);
    return runs;
  }

  /** Others call people too, commanders for example, and name their runs as they like. */
  private static Optional<UUID> uuid(String id) {
    try {
      return Optional.of(UUID.fromString(id));
    } catch (IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }
}
