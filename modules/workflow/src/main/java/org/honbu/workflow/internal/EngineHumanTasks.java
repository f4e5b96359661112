package org.honbu.workflow.internal;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.TaskQuery;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Subject;
import org.honbu.workflow.Facts;
import org.honbu.workflow.HumanTask;
import org.honbu.workflow.HumanTasks;

/** Human tasks for façades that have decided; no rule is asked again here. */
record EngineHumanTasks(EngineRoom room) implements HumanTasks {

  @Override
  public List<HumanTask> open(Subject subject) {
    return together(() -> TaskView.of(room.engine(), subject, entities(openOf(subject))).toList());
  }

  /** Of the other tasks of the subject nothing is read. */
  @Override
  public Optional<HumanTask> open(Subject subject, String step) {
    return together(
        () ->
            entities(openOf(subject).taskDefinitionKey(step)).stream()
                .flatMap(task -> whole(task).stream())
                .findFirst());
  }

  private TaskQuery openOf(Subject subject) {
    return tasks()
        .createTaskQuery()
        .processInstanceBusinessKey(subject.value())
        .active()
        .orderByTaskCreateTime()
        .asc();
  }

  private static List<TaskEntity> entities(TaskQuery query) {
    return query.list().stream().map(TaskEntity.class::cast).toList();
  }

  /** A reader may come between a task and its end: it is whole, or it is not there. */
  private Optional<HumanTask> whole(TaskEntity task) {
    return TaskView.of(room.engine(), task);
  }

  @Override
  public Optional<HumanTask> find(String taskId) {
    return together(
        () ->
            Optional.ofNullable(Context.getCommandContext().getTaskManager().findTaskById(taskId))
                .flatMap(this::whole));
  }

  @Override
  public void assign(HumanTask task, PersonId holder) {
    whileItIsThere(
        () -> {
          if (!dismiss(task).include(holder, room.directory())) {
            tasks().addUserIdentityLink(task.id(), holder.value(), Candidates.APPOINTED);
          }
          tasks().setAssignee(task.id(), holder.value());
        });
  }

  @Override
  public void release(HumanTask task) {
    whileItIsThere(
        () -> {
          dismiss(task);
          tasks().setAssignee(task.id(), null);
        });
  }

  /** Nobody is appointed to it any more; says to whom it is offered. */
  private Candidates dismiss(HumanTask task) {
    var candidates = Candidates.of(room.engine(), task.id());
    for (var appointed : candidates.appointed()) {
      tasks().deleteUserIdentityLink(task.id(), appointed.value(), Candidates.APPOINTED);
    }
    return candidates.withoutAppointed();
  }

  @Override
  public void complete(HumanTask task, Facts facts) {
    whileItIsThere(() -> tasks().complete(task.id(), facts.asMap()));
  }

  /** Who comes a moment after the task's end lost a race, and their act may be tried again. */
  private void whileItIsThere(Runnable act) {
    try {
      together(
          () -> {
            act.run();
            return Boolean.TRUE;
          });
    } catch (NullValueException gone) {
      throw new OptimisticLockingException("the task has ended meanwhile", gone);
    }
  }

  @Override
  public <T> T together(Supplier<T> work) {
    var engine = (ProcessEngineConfigurationImpl) room.engine().getProcessEngineConfiguration();
    return room.asHonbu(() -> engine.getCommandExecutorTxRequired().execute(command -> work.get()));
  }

  private TaskService tasks() {
    return room.engine().getTaskService();
  }
}
