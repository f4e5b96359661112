package org.honbu.alerts.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import org.honbu.alerts.Report;
import org.honbu.alerts.Report.State;
import org.honbu.alerts.ReportTriage;
import org.honbu.alerts.Reports.Seen;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.ReportId;
import org.jspecify.annotations.Nullable;

/** What somebody saw; changed only under its row's lock. */
@Entity
@Table(name = "report")
class ReportRow {
  @Id private String id;
  @Version private int version;
  private String what;
  private @Nullable String component;
  private @Nullable String customer;
  private String reporter;

  @Column(name = "received_at")
  private Instant receivedAt;

  @Enumerated(EnumType.STRING)
  private State state;

  @Enumerated(EnumType.STRING)
  private ReportTriage.@Nullable Verdict verdict;

  @Column(name = "attach_to")
  private @Nullable String attachTo;

  private int customers;

  @Enumerated(EnumType.STRING)
  private ReportTriage.@Nullable Symptom symptom;

  private @Nullable String note;

  @Column(name = "triaged_by")
  private @Nullable String triagedBy;

  @Column(name = "triaged_at")
  private @Nullable Instant triagedAt;

  @Column(name = "incident_id")
  private @Nullable String incident;

  protected ReportRow() {}

  ReportRow(ReportId id, Seen seen, Instant now) {
    this.id = id.value();
    what = seen.what();
    component = seen.component().orElse(null);
    customer = seen.customer().orElse(null);
    reporter = seen.reporter().value();
    receivedAt = now;
    state = State.WAITING;
    customers = 1;
  }

  boolean waits() {
    return state == State.WAITING;
  }

  boolean isFiled() {
    return state.isFinal();
  }

  void triaged(ReportTriage said, PersonId by, Instant now) {
    state = State.TRIAGED;
    verdict = said.verdict();
    attachTo = said.attachTo().map(IncidentId::value).orElse(null);
    customers = said.customers();
    symptom = said.symptom();
    note = said.note();
    triagedBy = by.value();
    triagedAt = now;
  }

  void became(IncidentId declared) {
    state = State.DECLARED;
    incident = declared.value();
  }

  void joined(IncidentId open) {
    state = State.ATTACHED;
    incident = open.value();
  }

  void dismissed() {
    state = State.DISMISSED;
  }

  Report report() {
    return new Report(
        new ReportId(id),
        what,
        Optional.ofNullable(component),
        Optional.ofNullable(customer),
        new PersonId(reporter),
        receivedAt,
        state,
        triage(),
        Optional.ofNullable(incident).map(IncidentId::new));
  }

  private Optional<Report.Triaged> triage() {
    if (verdict == null || symptom == null || triagedBy == null || triagedAt == null) {
      return Optional.empty();
    }
    var said =
        new ReportTriage(
            verdict,
            Optional.ofNullable(attachTo).map(IncidentId::new),
            customers,
            symptom,
            note == null ? "" : note);
    return Optional.of(new Report.Triaged(said, new PersonId(triagedBy), triagedAt));
  }
}
