package org.honbu.announcements.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.honbu.announcements.UserFeedback.Heard;
import org.honbu.announcements.UserFeedback.Voices;

/** What customer support heard from users. */
@Entity
@Table(name = "user_feedback")
class FeedbackRow extends Noted {
  @Column(name = "new_reports", updatable = false)
  private int newReports;

  @Column(name = "distinct_customers", updatable = false)
  private int distinctCustomers;

  @Column(updatable = false)
  private String quotes;

  @Column(name = "most_asked", updatable = false)
  private String mostAsked;

  protected FeedbackRow() {}

  FeedbackRow(Head head, Voices heard) {
    super(head);
    this.newReports = heard.newReports();
    this.distinctCustomers = heard.distinctCustomers();
    this.quotes = heard.quotes();
    this.mostAsked = heard.mostAsked();
  }

  Heard view() {
    return new Heard(new Voices(newReports, distinctCustomers, quotes, mostAsked), by(), at());
  }
}
