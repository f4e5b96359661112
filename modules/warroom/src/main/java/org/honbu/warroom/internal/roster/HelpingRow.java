package org.honbu.warroom.internal.roster;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.warroom.HelpTask;
import org.jspecify.annotations.Nullable;

/** A task of the help board in somebody's hands, until it is done or they go. */
@Entity
@Table(name = "helping")
class HelpingRow {
  @Id private UUID id;
  @Version private int version;
  private String incident;

  @Enumerated(EnumType.STRING)
  private HelpTask task;

  private String person;
  private Instant since;

  @Column(name = "done_at")
  private @Nullable Instant doneAt;

  private @Nullable String found;

  /** For Hibernate. */
  protected HelpingRow() {}

  HelpingRow(UUID id, IncidentId incident, HelpTask task, PersonId person, Instant now) {
    this.id = id;
    this.incident = incident.value();
    this.task = task;
    this.person = person.value();
    this.since = now;
  }

  UUID id() {
    return id;
  }

  String incident() {
    return incident;
  }

  HelpTask task() {
    return task;
  }

  PersonId person() {
    return new PersonId(person);
  }

  Instant since() {
    return since;
  }

  boolean isOpen() {
    return doneAt == null;
  }

  void isDone(String what, Instant now) {
    doneAt = now;
    found = what;
  }

  /** What came out of it; empty while it is open, or when nothing was said. */
  String found() {
    return found == null ? "" : found;
  }
}
