package org.honbu.workflow.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.runtime.VariableInstance;
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
    return Optional.of(view(engine, task, run, task.getVariables()));
  }

  /**
   * As {@link #of}, of open tasks of one subject: their runs and what these know are read once for
   * all of them, however many steps lie between a task and its process.
   */
  static Stream<HumanTask> of(ProcessEngine engine, Subject subject, List<TaskEntity> tasks) {
    if (tasks.isEmpty()) {
      return Stream.empty();
    }
    // From here on each of them is known to the command, and asking for it asks nothing.
    engine
        .getRuntimeService()
        .createExecutionQuery()
        .processInstanceBusinessKey(subject.value())
        .list();
    var known = new Known(variables(engine, tasks));
    return tasks.stream()
        .filter(task -> task.getProcessInstance() != null && task.getExecution() != null)
        .map(task -> view(engine, task, task.getProcessInstance(), known.to(task)));
  }

  private static List<VariableInstance> variables(ProcessEngine engine, List<TaskEntity> tasks) {
    return engine
        .getRuntimeService()
        .createVariableInstanceQuery()
        .processInstanceIdIn(
            tasks.stream().map(TaskEntity::getProcessInstanceId).distinct().toArray(String[]::new))
        .disableBinaryFetching()
        .disableCustomObjectDeserialization()
        .list();
  }

  /** What several processes know, step by step. */
  private record Known(List<VariableInstance> variables) {

    /** What is known at the task; the nearer hides the farther. */
    Map<String, Object> to(TaskEntity task) {
      Deque<String> outermostFirst = new ArrayDeque<>();
      for (ExecutionEntity at = task.getExecution(); at != null; at = at.getParent()) {
        outermostFirst.push(at.getId());
      }
      Map<String, Object> all = new HashMap<>();
      for (String place : outermostFirst) {
        put(all, one -> one.getTaskId() == null && place.equals(one.getExecutionId()));
      }
      put(all, one -> task.getId().equals(one.getTaskId()));
      return all;
    }

    private void put(Map<String, Object> all, Predicate<VariableInstance> those) {
      variables.stream().filter(those).forEach(one -> all.put(one.getName(), one.getValue()));
    }
  }

  private static HumanTask view(
      ProcessEngine engine, TaskEntity task, ExecutionEntity run, Map<String, ?> variables) {
    var candidates = Candidates.of(engine, task.getId());
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
        EngineFacts.of(variables));
  }
}
