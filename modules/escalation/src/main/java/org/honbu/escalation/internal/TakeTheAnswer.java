package org.honbu.escalation.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.honbu.workflow.Facts;
import org.honbu.workflow.TaskHandler;

/** 応答を受け取る / Take the answer: reads from the run whether somebody is on it. */
@ApplicationScoped
class TakeTheAnswer implements TaskHandler {
  private final Climb climb;

  @Inject
  TakeTheAnswer(Climb climb) {
    this.climb = climb;
  }

  @Override
  public String name() {
    return "takeTheAnswer";
  }

  @Override
  public Facts perform(Step step) {
    return climb
        .answeredBy(step.runId())
        .map(by -> Facts.of("answered", true).and("answeredBy", by).and("outcome", "ANSWERED"))
        .orElse(Facts.of("answered", false));
  }
}
