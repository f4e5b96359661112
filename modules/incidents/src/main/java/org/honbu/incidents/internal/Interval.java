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
import org.honbu.incidents.Standing;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/** {@code [from, to)} in which one person commanded. */
@Entity
@Table(name = "command_interval")
class Interval {
  @Id private UUID id;
  private String incident;
  private int epoch;
  private PersonId holder;

  @Enumerated(EnumType.STRING)
  private Standing standing;

  private boolean unqualified;

  /** Whether command was taken from somebody who did not answer. */
  private boolean forced;

  @Column(name = "began_at")
  private Instant beganAt;

  @Column(name = "ended_at")
  private @Nullable Instant endedAt;

  /** For Hibernate. */
  Interval() {}

  Interval(
      UUID id,
      IncidentId incident,
      int epoch,
      PersonId holder,
      Standing standing,
      boolean unqualified,
      Instant beganAt) {
    this.id = id;
    this.incident = incident.value();
    this.epoch = epoch;
    this.holder = holder;
    this.standing = standing;
    this.unqualified = unqualified;
    this.beganAt = beganAt;
  }

  IncidentId incident() {
    return new IncidentId(incident);
  }

  int epoch() {
    return epoch;
  }

  PersonId holder() {
    return holder;
  }

  Standing standing() {
    return standing;
  }

  boolean isUnqualified() {
    return unqualified;
  }

  boolean isForced() {
    return forced;
  }

  Interval byForce() {
    forced = true;
    return this;
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

  /** It was not the end: they command on. */
  void goOn() {
    endedAt = null;
  }

  Instant beganAt() {
    return beganAt;
  }

  Duty duty() {
    return new Duty(DutyKind.COMMANDER, holder, beganAt, Optional.ofNullable(endedAt));
  }
}
