package org.honbu.workflow.internal;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Subject;
import org.honbu.workflow.Facts;
import org.honbu.workflow.HumanTask;
import org.honbu.workflow.HumanTasks;

/** Human tasks for façades that have decided; no rule is asked again here. */
record EngineHumanTasks(EngineRoom room) implements HumanTasks {

  @Override
  public List<HumanTask> open(Subject subject) {
    return room.asHonbu(
        () ->
            tasks()
                .createTaskQuery()
                .processInstanceBusinessKey(subject.value())
                .active()
                .orderByTaskCreateTime()
                .asc()
                .list()
                .stream()
                .flatMap(task -> look(task.getId()).stream())
                .toList());
  }

  /** A reader may come between a task and its end: it is whole, or it is not there. */
  private Optional<HumanTask> look(String taskId) {
    var engine = (ProcessEngineConfigurationImpl) room.engine().getProcessEngineConfiguration();
    return engine
        .getCommandExecutorTxRequired()
        .execute(
            command ->
                Optional.ofNullable(command.getTaskManager().findTaskById(taskId))
                    .flatMap(task -> TaskView.of(room.engine(), task)));
  }

  @Override
  public Optional<HumanTask> open(Subject subject, String step) {
    return open(subject).stream().filter(task -> task.step().equals(step)).findFirst();
  }

  @Override
  public Optional<HumanTask> find(String taskId) {
    return room.asHonbu(() -> look(taskId));
  }

  @Override
  public void assign(HumanTask task, PersonId holder) {
    whileItIsThere(
        () -> {
          release(task);
          if (!Candidates.of(room.engine(), task.id()).include(holder, room.directory())) {
            tasks().addUserIdentityLink(task.id(), holder.value(), Candidates.APPOINTED);
          }
          tasks().setAssignee(task.id(), holder.value());
        });
  }

  @Override
  public void release(HumanTask task) {
    whileItIsThere(
        () -> {
          for (var appointed : Candidates.of(room.engine(), task.id()).appointed()) {
            tasks().deleteUserIdentityLink(task.id(), appointed.value(), Candidates.APPOINTED);
          }
          tasks().setAssignee(task.id(), null);
        });
  }

  @Override
  public void complete(HumanTask task, Facts facts) {
    whileItIsThere(() -> tasks().complete(task.id(), facts.asMap()));
  }

  /** Who comes a moment after the task's end lost a race, and their act may be tried again. */
  private void whileItIsThere(Runnable act) {
    try {
      room.asHonbu(act);
    } catch (NullValueException gone) {
      throw new OptimisticLockingException("the task has ended meanwhile", gone);
    }
  }

  private TaskService tasks() {
    return room.engine().getTaskService();
  }
}
