package org.honbu.incidents.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.honbu.incidents.HandoverBoard;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;

/** What somebody wants the announcer to know. */
@Entity
@Table(name = "announcer_note")
class AnnouncerNote {
  @Id private UUID id;
  private String incident;
  private PersonId sender;
  private String words;

  @Column(name = "sent_at")
  private Instant sentAt;

  /** For Hibernate. */
  AnnouncerNote() {}

  AnnouncerNote(UUID id, IncidentId incident, PersonId sender, String words, Instant now) {
    this.id = id;
    this.incident = incident.value();
    this.sender = sender;
    this.words = words;
    this.sentAt = now;
  }

  IncidentId incident() {
    return new IncidentId(incident);
  }

  HandoverBoard.Note view() {
    return new HandoverBoard.Note(sender, words, sentAt);
  }
}
