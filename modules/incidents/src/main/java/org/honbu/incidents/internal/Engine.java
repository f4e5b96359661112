package org.honbu.incidents.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.people.Role;
import org.honbu.workflow.Facts;
import org.honbu.workflow.HumanTask;
import org.honbu.workflow.HumanTasks;
import org.honbu.workflow.Processes;

/** Makes the running process agree with what was decided; the last step of a façade's act. */
@ApplicationScoped
class Engine {
  private final Processes processes;
  private final HumanTasks tasks;

  @Inject
  Engine(Processes processes, HumanTasks tasks) {
    this.processes = processes;
    this.tasks = tasks;
  }

  /** Says whether anything waited for it. */
  boolean tell(String message, IncidentId incident, Facts facts) {
    return processes.tell(message, incident, facts);
  }

  /** Completes the step in the person's name, when it waits. */
  void complete(String step, IncidentId incident, PersonId by) {
    tasks
        .open(incident, step)
        .ifPresent(
            task -> {
              tasks.assign(task, by);
              tasks.complete(task, Facts.none());
            });
  }

  /** Says whether there is such a task. */
  boolean assign(String step, IncidentId incident, PersonId holder) {
    var task = tasks.open(incident, step);
    task.ifPresent(open -> give(open, holder));
    return task.isPresent();
  }

  /**
   * The task of leading becomes the holder's, or is free to be claimed while they are only acting;
   * every other task of the commander becomes theirs. Says whether there is a task of leading.
   */
  boolean commandGoesTo(Seat seat, IncidentId incident) {
    return tasks.together(() -> allGoTo(seat, incident));
  }

  /**
   * As {@link #commandGoesTo}, and whatever waits for command to be taken hears that it was: at
   * once, so that what is looked at in both is read once.
   */
  void commandWasTaken(Seat seat, IncidentId incident) {
    tasks.together(
        () -> {
          allGoTo(seat, incident);
          return tell(Steps.COMMAND_TAKEN, incident, Facts.none());
        });
  }

  private boolean allGoTo(Seat seat, IncidentId incident) {
    boolean led = false;
    for (HumanTask task : tasks.open(incident)) {
      boolean leads = task.step().equals(Steps.LEAD);
      boolean commanders = task.groups().contains(Role.INCIDENT_COMMANDER.group());
      if (leads && !seat.isHeld()) {
        task.assignee().ifPresent(former -> tasks.release(task));
      } else if (leads || (commanders && task.assignee().isPresent())) {
        give(task, seat.holder());
      }
      led |= leads;
    }
    return led;
  }

  private void give(HumanTask task, PersonId holder) {
    if (!task.assignee().filter(holder::equals).isPresent()) {
      tasks.assign(task, holder);
    }
  }
}
