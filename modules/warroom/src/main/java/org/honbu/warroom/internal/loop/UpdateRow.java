package org.honbu.warroom.internal.loop;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.honbu.warroom.ShareStatus;
import org.honbu.warroom.StatusUpdate;

/** What the room was told. */
@Entity
@Table(name = "status_update")
class UpdateRow extends Row {
  @Column(updatable = false)
  private String conditions;

  @Column(updatable = false)
  private String actions;

  @Column(updatable = false)
  private String needs;

  @Column(name = "next_at", updatable = false)
  private Instant nextAt;

  protected UpdateRow() {}

  UpdateRow(Head head, ShareStatus told, Instant nextAt) {
    super(head);
    this.conditions = told.conditions();
    this.actions = told.actions();
    this.needs = told.needs();
    this.nextAt = nextAt;
  }

  /** Whether it is these words, whenever the next ones come. */
  boolean says(ShareStatus told) {
    return conditions.equals(told.conditions())
        && actions.equals(told.actions())
        && needs.equals(told.needs());
  }

  Instant nextAt() {
    return nextAt;
  }

  StatusUpdate view() {
    return new StatusUpdate(number(), conditions, actions, needs, person(), at(), nextAt);
  }
}
