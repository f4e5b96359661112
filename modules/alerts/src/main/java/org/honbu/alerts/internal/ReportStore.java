package org.honbu.alerts.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.honbu.alerts.Report;
import org.honbu.kernel.ReportId;

/** Keeps what people reported; joins the running transaction. */
@ApplicationScoped
class ReportStore {
  @PersistenceContext(unitName = "alerts")
  EntityManager em;

  ReportId nextNumber(Instant now) {
    return Objects.requireNonNull(
            em.find(ReportNumbering.class, ReportNumbering.ONLY, LockModeType.PESSIMISTIC_WRITE),
            "the migration puts it there")
        .next(now);
  }

  void add(ReportRow report) {
    em.persist(report);
    em.flush();
  }

  /** The report as it is now; nobody else changes it until the transaction ends. */
  Optional<ReportRow> lock(ReportId report) {
    Optional<ReportRow> row = find(report);
    row.ifPresent(found -> em.refresh(found, LockModeType.PESSIMISTIC_WRITE));
    return row;
  }

  Optional<ReportRow> find(ReportId report) {
    return Optional.ofNullable(em.find(ReportRow.class, report.value()));
  }

  void flush() {
    em.flush();
  }

  List<Report> unfiled() {
    return em.createQuery(
            "select r from ReportRow r where r.state in :unfiled order by r.receivedAt",
            ReportRow.class)
        .setParameter("unfiled", List.of(Report.State.WAITING, Report.State.TRIAGED))
        .getResultStream()
        .map(ReportRow::report)
        .toList();
  }

  List<Report> waiting(int limit) {
    return em.createQuery(
            "select r from ReportRow r where r.state = :waiting order by r.receivedAt",
            ReportRow.class)
        .setParameter("waiting", Report.State.WAITING)
        .setMaxResults(limit)
        .getResultStream()
        .map(ReportRow::report)
        .toList();
  }

  List<Report> others(int limit) {
    return em.createQuery(
            "select r from ReportRow r where r.state <> :waiting order by r.receivedAt desc",
            ReportRow.class)
        .setParameter("waiting", Report.State.WAITING)
        .setMaxResults(limit)
        .getResultStream()
        .map(ReportRow::report)
        .toList();
  }
}
