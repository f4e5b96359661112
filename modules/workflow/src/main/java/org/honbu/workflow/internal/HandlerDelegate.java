package org.honbu.workflow.internal;

import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.honbu.workflow.BusinessError;
import org.honbu.workflow.TaskHandler;

/**
 * A {@link TaskHandler} as the engine calls it: facts in, facts out, business errors to the edge.
 */
record HandlerDelegate(TaskHandler handler) implements JavaDelegate {

  @Override
  public void execute(DelegateExecution execution) {
    var step =
        new TaskHandler.Step(
            ((ExecutionEntity) execution).getProcessDefinition().getKey(),
            execution.getCurrentActivityId(),
            execution.getProcessBusinessKey() == null ? "" : execution.getProcessBusinessKey(),
            execution.getProcessInstanceId(),
            EngineFacts.of(execution.getVariables()));
    try {
      execution.setVariables(handler.perform(step).asMap());
    } catch (BusinessError error) {
      throw new BpmnError(error.code(), error.getMessage(), error);
    }
  }
}
