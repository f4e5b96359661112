package org.honbu.workflow.internal;

import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.task.Task;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Subject;
import org.honbu.workflow.HumanTask;

/** Shows a task of the engine in our words. */
final class TaskView {
  private TaskView() {}

  static HumanTask of(ProcessEngine engine, Task task) {
    var candidates = Candidates.of(engine, task.getId());
    var run =
        engine
            .getRuntimeService()
            .createProcessInstanceQuery()
            .processInstanceId(task.getProcessInstanceId())
            .singleResult();
    if (run == null) {
      throw new NullValueException("the process of task " + task.getId() + " has ended meanwhile");
    }
    return new HumanTask(
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
        EngineFacts.of(engine.getTaskService().getVariables(task.getId())));
  }
}
