package org.honbu.announcements.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.UUID;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;

/** Something noted beside the messages: written once, never changed. */
@MappedSuperclass
abstract class Noted {
  @Id private UUID id;

  @Column(updatable = false)
  private String incident;

  @Column(updatable = false)
  private int number;

  @Column(name = "said_by", updatable = false)
  private String by;

  @Column(name = "said_at", updatable = false)
  private Instant at;

  protected Noted() {}

  Noted(Head head) {
    this.id = head.id();
    this.incident = head.incident().value();
    this.number = head.number();
    this.by = head.by().value();
    this.at = head.at();
  }

  boolean isOf(IncidentId other) {
    return incident.equals(other.value());
  }

  int number() {
    return number;
  }

  PersonId by() {
    return new PersonId(by);
  }

  Instant at() {
    return at;
  }

  /**
   * What all of them have.
   *
   * @param number counts those of its kind in the incident, from 1
   */
  record Head(UUID id, IncidentId incident, int number, PersonId by, Instant at) {}
}
