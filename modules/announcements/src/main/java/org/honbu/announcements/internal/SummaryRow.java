package org.honbu.announcements.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.honbu.announcements.ExecutiveSummaries.Summary;

/** What stakeholders were told. */
@Entity
@Table(name = "executive_summary")
class SummaryRow extends Noted {
  @Column(updatable = false)
  private String text;

  protected SummaryRow() {}

  SummaryRow(Head head, String text) {
    super(head);
    this.text = text;
  }

  Summary view() {
    return new Summary(text, by(), at());
  }
}
