package org.honbu.warroom.internal.loop;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** Nobody is given work for a decision, and why. */
@Entity
@Table(name = "waiting")
class WaitingRow extends Row {
  @Column(updatable = false)
  private String reason;

  protected WaitingRow() {}

  WaitingRow(Head head, String reason) {
    super(head);
    this.reason = reason;
  }

  String reason() {
    return reason;
  }
}
