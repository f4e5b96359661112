package org.honbu.workflow;

/**
 * What happens inside one automatic step of a diagram: read facts, call one façade, return facts.
 * Ten lines.
 *
 * <p>Implementations are {@code @ApplicationScoped} beans in their module's {@code internal}
 * package. Each run is a transaction of its own; it is repeated after a technical failure, so doing
 * it twice must do nothing twice.
 */
public interface TaskHandler {

  /**
   * The name diagrams use in {@code ${name}}; must be listed for its module in {@code
   * bpmn/handlers.csv}.
   */
  String name();

  /**
   * Does the step.
   *
   * @param step where in which process this is, and the facts visible there
   * @return facts to add to the process; an entry replaces one of the same name
   * @throws BusinessError a named error that the diagram catches on the step's edge
   */
  Facts perform(Step step) throws BusinessError;

  /**
   * Where a handler runs.
   *
   * @param processId the process' id in the diagram
   * @param elementId the step's id in the diagram
   * @param subject the business key, an incident number
   * @param runId this run of the process, the same for every step of it and never used again
   * @param facts what the process carries there
   */
  record Step(String processId, String elementId, String subject, String runId, Facts facts) {}
}
