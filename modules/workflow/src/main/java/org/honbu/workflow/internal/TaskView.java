package org.honbu.workflow.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.Task;
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
    return Optional.of(view(engine, task, run.getBusinessKey(), task.getVariables()));
  }

  /**
   * As {@link #of}, of open tasks of one subject: their runs and what these know are read once for
   * all of them, however many steps lie between a task and its process.
   */
  static Stream<HumanTask> of(ProcessEngine engine, Subject subject, List<TaskEntity> tasks) {
    if (tasks.isEmpty()) {
      return Stream.empty();
    }
    var known = new Known(runs(engine, subject), variables(engine, tasks));
    return tasks.stream()
        .flatMap(
            task ->
                known
                    .to(task)
                    .map(all -> view(engine, task, subject.value(), all))
                    .or(() -> of(engine, task))
                    .stream());
  }

  private static Map<String, ExecutionEntity> runs(ProcessEngine engine, Subject subject) {
    return engine
        .getRuntimeService()
        .createExecutionQuery()
        .processInstanceBusinessKey(subject.value())
        .list()
        .stream()
        .map(ExecutionEntity.class::cast)
        .collect(Collectors.toMap(ExecutionEntity::getId, run -> run));
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

  /**
   * What several processes know, step by step, as far as it is written. A run is not asked for the
   * one above it: the engine would read its whole process.
   */
  private record Known(Map<String, ExecutionEntity> runs, List<VariableInstance> variables) {

    /**
     * What is known at the task; the nearer hides the farther. Empty when the way from its process
     * is not all there: the task has ended meanwhile, or this command has moved it and not written
     * that yet.
     */
    Optional<Map<String, Object>> to(TaskEntity task) {
      Deque<String> outermostFirst = new ArrayDeque<>();
      ExecutionEntity at = runs.get(task.getExecutionId());
      while (at != null) {
        outermostFirst.push(at.getId());
        at = runs.get(at.getParentId());
      }
      if (!task.getProcessInstanceId().equals(outermostFirst.peek())) {
        return Optional.empty();
      }
      Map<String, Object> all = new HashMap<>();
      for (String place : outermostFirst) {
        put(all, one -> one.getTaskId() == null && place.equals(one.getExecutionId()));
      }
      put(all, one -> task.getId().equals(one.getTaskId()));
      return Optional.of(all);
    }

    private void put(Map<String, Object> all, Predicate<VariableInstance> those) {
      variables.stream().filter(those).forEach(one -> all.put(one.getName(), one.getValue()));
    }
  }

  private static HumanTask view(
      ProcessEngine engine, TaskEntity task, String subject, Map<String, ?> variables) {
    var candidates = Candidates.of(engine, task.getId());
    return new HumanTask(
        task.getId(),
        task.getTaskDefinitionKey(),
        nameOf(task),
        processOf(task),
        Subject.parse(subject),
        Optional.ofNullable(task.getAssignee()).map(PersonId::new),
        candidates.groups(),
        candidates.people(),
        task.getCreateTime().toInstant(),
        Optional.ofNullable(task.getDueDate()).map(due -> due.toInstant()),
        EngineFacts.of(variables));
  }

  static String nameOf(Task task) {
    return task.getName() == null ? task.getTaskDefinitionKey() : task.getName();
  }

  /** The diagram's id; the engine's begins with it. */
  static String processOf(Task task) {
    return task.getProcessDefinitionId().split(":", 2)[0];
  }
}
