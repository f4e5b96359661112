package org.honbu.warroom.internal.loop;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.UUID;
import org.honbu.kernel.Actor;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;

/** Something said in the loop: written once, never changed. */
@MappedSuperclass
abstract class Row {
  @Id private UUID id;

  @Column(updatable = false)
  private String incident;

  @Column(updatable = false)
  private int number;

  @Column(name = "said_by", updatable = false)
  private String by;

  @Column(name = "said_at", updatable = false)
  private Instant at;

  protected Row() {}

  Row(Head head) {
    this.id = head.id();
    this.incident = head.incident().value();
    this.number = head.number();
    this.by = head.by().label();
    this.at = head.at();
  }

  int number() {
    return number;
  }

  Instant at() {
    return at;
  }

  Actor by() {
    return Actor.parse(by);
  }

  /** Who said it; only Honbu itself says nothing of this kind but a review. */
  PersonId person() {
    if (by() instanceof Actor.Person person) {
      return person.id();
    }
    throw new IllegalStateException("not said by a person: " + by);
  }

  boolean isSince(Instant moment) {
    return !at.isBefore(moment);
  }

  /**
   * What all of them have.
   *
   * @param number counts those of its kind in the incident, from 1
   */
  record Head(UUID id, IncidentId incident, int number, Actor by, Instant at) {}
}
