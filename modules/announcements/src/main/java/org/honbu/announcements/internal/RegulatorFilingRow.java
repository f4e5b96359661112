package org.honbu.announcements.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.honbu.announcements.RegulatorReport.Filing;
import org.honbu.announcements.RegulatorReport.Stage;
import org.honbu.announcements.RegulatorReports.Sent;
import org.jspecify.annotations.Nullable;

/** What an authority was told, or why it needed not be. */
@Entity
@Table(name = "regulator_filing")
class RegulatorFilingRow extends Noted {
  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private Stage stage;

  @Column(name = "sent_at", updatable = false)
  private @Nullable Instant sentAt;

  @Column(name = "reported_to", updatable = false)
  private String reportedTo;

  @Column(updatable = false)
  private String reference;

  @Column(updatable = false)
  private String reason;

  @Column(updatable = false)
  private boolean malicious;

  protected RegulatorFilingRow() {}

  /** It was sent. */
  RegulatorFilingRow(Head head, Stage stage, Instant sentAt, Sent sent) {
    super(head);
    this.stage = stage;
    this.sentAt = sentAt;
    this.reportedTo = sent.to();
    this.reference = sent.reference();
    this.reason = "";
    this.malicious = sent.malicious();
  }

  /** It is not needed. */
  RegulatorFilingRow(Head head, Stage stage, String reason) {
    super(head);
    this.stage = stage;
    this.reportedTo = "";
    this.reference = "";
    this.reason = reason;
  }

  Filing view() {
    return new Filing(
        stage, Optional.ofNullable(sentAt), reportedTo, reference, reason, by(), at());
  }
}
