package org.honbu.warroom.internal.loop;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import org.honbu.warroom.ReviewEffect;

/** What a round came to; the next one begins with it. */
@Entity
@Table(name = "review")
class ReviewRow extends Row {
  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private ReviewEffect.Effect effect;

  @Column(updatable = false)
  private String evidence;

  @Enumerated(EnumType.STRING)
  @Column(name = "next_step", updatable = false)
  private ReviewEffect.Next next;

  protected ReviewRow() {}

  ReviewRow(Head head, ReviewEffect found) {
    super(head);
    this.effect = found.effect();
    this.evidence = found.evidence();
    this.next = found.next();
  }

  ReviewEffect view() {
    return new ReviewEffect(effect, evidence, next);
  }
}
