package org.honbu.alerts.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.honbu.alerts.DeadLetter;
import org.honbu.kernel.Words;

/** Something unreadable, as it came. */
@Entity
@Table(name = "dead_letter")
class DeadLetterRow {
  @Id private UUID id;

  @Column(name = "integration_id")
  private String integration;

  @Column(name = "body_hash")
  private String bodyHash;

  @Column(name = "reason_ja")
  private String reasonJa;

  @Column(name = "reason_en")
  private String reasonEn;

  @Column(name = "first_at")
  private Instant firstAt;

  @Column(name = "last_at")
  private Instant lastAt;

  @Column(name = "heard_times")
  private long heardTimes;

  private byte[] body;

  protected DeadLetterRow() {}

  DeadLetterRow(UUID id, String integration, byte[] body, Words reason, Instant now) {
    this.id = id;
    this.integration = integration;
    bodyHash = Text.hash(body);
    reasonJa = Text.clean(reason.ja(), 500);
    reasonEn = Text.clean(reason.en(), 500);
    firstAt = now;
    lastAt = now;
    heardTimes = 1;
    this.body = body.clone();
  }

  void heardAgain(Instant now) {
    lastAt = now;
    heardTimes++;
  }

  byte[] body() {
    return body.clone();
  }

  DeadLetter letter() {
    return new DeadLetter(
        id, integration, new Words(reasonJa, reasonEn), firstAt, lastAt, heardTimes);
  }
}
