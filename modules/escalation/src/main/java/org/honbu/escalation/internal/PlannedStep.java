package org.honbu.escalation.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Duration;
import org.honbu.people.OnCallLevel;

/** One step of a frozen plan: which level, and how long it has. */
@Embeddable
class PlannedStep {
  @Enumerated(EnumType.STRING)
  @Column(name = "level")
  private OnCallLevel level;

  @Column(name = "answer_within")
  private String answerWithin;

  protected PlannedStep() {}

  PlannedStep(OnCallLevel level, Duration answerWithin) {
    this.level = level;
    this.answerWithin = answerWithin.toString();
  }

  OnCallLevel level() {
    return level;
  }

  Duration answerWithin() {
    return Duration.parse(answerWithin);
  }
}
