package org.honbu.workflow.internal;

import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Subject;
import org.honbu.workflow.HumanTask;

/** Shows a task of the engine in our words. */
final class TaskView {
  private TaskView() {}

  /**
   * Empty when its process has ended meanwhile. Asks for nothing that the engine would fail
   * without: a failure of the engine dooms the caller's transaction, caught or not. Within one
   * command.
   */
  static Optional<HumanTask> of(ProcessEngine engine, TaskEntity task) {
    ExecutionEntity run = task.getProcessInstance();
    if (run == null || task.getExecution() == null) {
      return Optional.empty();
    }
    var candidates = Candidates.of(engine, task.getId());
    return Optional.of(
        new HumanTask(
            task.getId(),
            task.getTaskDefinitionKey(),
            task.getName() == null ? task.getTaskDefinitionKey() : task.getName(),
            task.getProcessDefinitionId().split(":", 2)[0],
            Subject.parse(run.getBusinessKey()),
            Optional.ofNullable(task.getAssignee()).map(PersonId::new),
            candidates.groups(),
            candidates.people(),
            task.getCreateTime().toInstant(),
            Optional.ofNullable(task.getDueDate()).map(due -> due.toInstant()),
            EngineFacts.of(task.getVariables())));
  }
}
