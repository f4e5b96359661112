package org.honbu.incidents.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.honbu.incidents.Duty;
import org.honbu.incidents.DutyKind;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/** One person's time in one duty other than command, which has its own intervals. */
@Entity
@Table(name = "duty")
class Service {
  @Id private UUID id;
  private String incident;

  @Enumerated(EnumType.STRING)
  private DutyKind kind;

  private PersonId person;

  @Column(name = "began_at")
  private Instant beganAt;

  @Column(name = "ended_at")
  private @Nullable Instant endedAt;

  /** For Hibernate. */
  Service() {}

  Service(UUID id, IncidentId incident, DutyKind kind, PersonId person, Instant now) {
    this.id = id;
    this.incident = incident.value();
    this.kind = kind;
    this.person = person;
    this.beganAt = now;
  }

  IncidentId incident() {
    return new IncidentId(incident);
  }

  DutyKind kind() {
    return kind;
  }

  PersonId person() {
    return person;
  }

  Instant beganAt() {
    return beganAt;
  }

  boolean isOpen() {
    return endedAt == null;
  }

  void end(Instant now) {
    endedAt = now;
  }

  Optional<Instant> endedAt() {
    return Optional.ofNullable(endedAt);
  }

  /** It was not the end: they serve on. */
  void goOn() {
    endedAt = null;
  }

  Duty duty() {
    return new Duty(kind, person, beganAt, Optional.ofNullable(endedAt));
  }
}
