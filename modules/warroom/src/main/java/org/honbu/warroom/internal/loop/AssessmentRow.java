package org.honbu.warroom.internal.loop;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import org.honbu.warroom.AssessSituation;

/** What the commander saw. */
@Entity
@Table(name = "assessment")
class AssessmentRow extends Row {
  @Column(updatable = false)
  private String symptoms;

  @Column(updatable = false)
  private String scope;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private AssessSituation.Trend trend;

  @Column(updatable = false)
  private String known;

  @Column(name = "not_known", updatable = false)
  private String notKnown;

  protected AssessmentRow() {}

  AssessmentRow(Head head, AssessSituation seen) {
    super(head);
    this.symptoms = seen.symptoms();
    this.scope = seen.scope();
    this.trend = seen.trend();
    this.known = seen.known();
    this.notKnown = seen.notKnown();
  }

  AssessSituation view() {
    return new AssessSituation(symptoms, scope, trend, known, notKnown);
  }
}
