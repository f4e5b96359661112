package org.honbu.workflow.internal;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.task.Task;
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
                .flatMap(task -> stillThere(task).stream())
                .toList());
  }

  /** A reader outside a transaction may come between a task and its completion. */
  private Optional<HumanTask> stillThere(Task task) {
    try {
      return Optional.of(view(task));
    } catch (NullValueException gone) {
      return Optional.empty();
    }
  }

  @Override
  public Optional<HumanTask> open(Subject subject, String step) {
    return open(subject).stream().filter(task -> task.step().equals(step)).findFirst();
  }

  @Override
  public Optional<HumanTask> find(String taskId) {
    return room.asHonbu(
        () ->
            Optional.ofNullable(tasks().createTaskQuery().taskId(taskId).singleResult())
                .map(this::view));
  }

  @Override
  public void assign(HumanTask task, PersonId holder) {
    room.asHonbu(
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
    room.asHonbu(
        () -> {
          for (var appointed : Candidates.of(room.engine(), task.id()).appointed()) {
            tasks().deleteUserIdentityLink(task.id(), appointed.value(), Candidates.APPOINTED);
          }
          tasks().setAssignee(task.id(), null);
        });
  }

  @Override
  public void complete(HumanTask task, Facts facts) {
    room.asHonbu(() -> tasks().complete(task.id(), facts.asMap()));
  }

  private HumanTask view(Task task) {
    return TaskView.of(room.engine(), task);
  }

  private TaskService tasks() {
    return room.engine().getTaskService();
  }
}
