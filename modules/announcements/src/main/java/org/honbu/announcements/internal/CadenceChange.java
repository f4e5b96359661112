package org.honbu.announcements.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Duration;

/** The commander lets users wait longer, while the severity stays. */
@Entity
@Table(name = "cadence_change")
class CadenceChange extends Noted {
  @Column(updatable = false)
  private int severity;

  @Column(name = "within_minutes", updatable = false)
  private int minutes;

  protected CadenceChange() {}

  CadenceChange(Head head, int severity, Duration within) {
    super(head);
    this.severity = severity;
    this.minutes = (int) within.toMinutes();
  }

  boolean countsAt(int now) {
    return severity == now;
  }

  Duration within() {
    return Duration.ofMinutes(minutes);
  }
}
