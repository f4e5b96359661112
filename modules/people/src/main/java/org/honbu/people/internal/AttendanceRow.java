package org.honbu.people.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;

/** That somebody was in the room of a real incident. */
@Entity
@Table(name = "attendance")
@IdClass(AttendanceRow.Key.class)
class AttendanceRow {
  @Id
  @Column(name = "incident_id")
  private String incident;

  @Id
  @Column(name = "person_id")
  private String person;

  @Column(name = "came_at")
  private Instant at;

  protected AttendanceRow() {}

  AttendanceRow(PersonId person, IncidentId incident, Instant at) {
    this.person = person.value();
    this.incident = incident.value();
    this.at = at;
  }

  Instant at() {
    return at;
  }

  record Key(String incident, String person) implements Serializable {}
}
