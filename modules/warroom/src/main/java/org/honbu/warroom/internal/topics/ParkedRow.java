package org.honbu.warroom.internal.topics;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.warroom.ParkedSubject;
import org.jspecify.annotations.Nullable;

/** A subject that was put off; taken up once. */
@Entity
@Table(name = "parked_subject")
class ParkedRow {
  @Id private UUID id;

  @Column(name = "incident_id")
  private String incident;

  private String subject;

  @Column(name = "parked_by")
  private String by;

  @Column(name = "parked_at")
  private Instant parkedAt;

  @Column(name = "taken_up_at")
  private @Nullable Instant takenUpAt;

  protected ParkedRow() {}

  ParkedRow(UUID id, IncidentId incident, String subject, PersonId by, Instant now) {
    this.id = id;
    this.incident = incident.value();
    this.subject = subject;
    this.by = by.value();
    this.parkedAt = now;
  }

  void takeUp(Instant now) {
    takenUpAt = now;
  }

  UUID id() {
    return id;
  }

  IncidentId incident() {
    return new IncidentId(incident);
  }

  boolean isWaiting() {
    return takenUpAt == null;
  }

  ParkedSubject view() {
    return new ParkedSubject(id, subject, new PersonId(by), parkedAt);
  }
}
