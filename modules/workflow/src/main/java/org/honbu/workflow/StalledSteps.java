package org.honbu.workflow;

import java.time.Instant;
import java.util.List;

/**
 * Automatic steps that gave up after their retries (the engine calls these incidents; we do not).
 */
public interface StalledSteps {

  List<StalledStep> all();

  /** Gives the step fresh tries at once. */
  void retry(String stalledStepId);

  /**
   * One stalled step.
   *
   * @param subject the business key
   * @param step the element's id
   * @param why the first line of the last failure
   */
  record StalledStep(
      String id, String subject, String process, String step, Instant since, String why) {}
}
