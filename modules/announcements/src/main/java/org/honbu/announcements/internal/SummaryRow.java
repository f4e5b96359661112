package org.honbu.announcements.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.honbu.announcements.ExecutiveSummaries.Summary;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.jspecify.annotations.Nullable;

/**
 * What stakeholders were told; where data may be harmed, not before a second person has read it.
 */
@Entity
@Table(name = "executive_summary")
class SummaryRow extends Noted implements PrivacyText {
  static final String KEY = "summary-";

  @Column(updatable = false)
  private String text;

  private boolean waits;

  @Column(name = "privacy_approver")
  private @Nullable String privacyApprover;

  @Column(name = "privacy_instead")
  private @Nullable String privacyInstead;

  @Column(name = "owners_asked_at")
  private @Nullable Instant ownersAskedAt;

  @Column(name = "sent_back_by")
  private @Nullable String sentBackBy;

  protected SummaryRow() {}

  SummaryRow(Head head, String text) {
    super(head);
    this.text = text;
  }

  /** It is not told before somebody has read it for privacy. */
  SummaryRow waiting() {
    this.waits = true;
    return this;
  }

  boolean isWaiting() {
    return waits;
  }

  /** Nothing stands against telling it any more. */
  void goes() {
    this.waits = false;
  }

  @Override
  public String key() {
    return KEY + number();
  }

  @Override
  public Words words() {
    return new Words(text, text);
  }

  @Override
  public PersonId author() {
    return by();
  }

  @Override
  public Instant since() {
    return at();
  }

  @Override
  public Optional<Instant> ownersAskedAt() {
    return Optional.ofNullable(ownersAskedAt);
  }

  @Override
  public void askOwners(Instant now) {
    this.ownersAskedAt = now;
  }

  @Override
  public void readBy(PersonId reader, String instead) {
    this.privacyApprover = reader.value();
    this.privacyInstead = instead.isEmpty() ? null : instead;
    this.waits = false;
  }

  @Override
  public void sentBackBy(PersonId reader) {
    this.sentBackBy = reader.value();
    this.waits = false;
  }

  /** Whether stakeholders have it. */
  boolean isTold() {
    return !waits && sentBackBy == null;
  }

  /** Who read it for privacy; empty where nobody had to. */
  Optional<PersonId> privacyApprover() {
    return Optional.ofNullable(privacyApprover).map(PersonId::new);
  }

  Summary view() {
    return new Summary(text, by(), at());
  }
}
