package org.honbu.warroom.internal.work;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.honbu.kernel.IncidentId;
import org.honbu.warroom.Assignment.State;
import org.honbu.workflow.Facts;
import org.honbu.workflow.HumanTasks;
import org.honbu.workflow.Processes;

/**
 * Brings the processes of work and of volunteer calls to where the record is, in the transaction of
 * the act or later (ADR-0005). Each has one process of its own, told apart by the id it carries.
 *
 * <p>A step of such a process reads the record before it waits, and notes where it saw it. So a
 * wait that the record has left behind is ended here, and a process that does not wait will read
 * the record by itself.
 */
@ApplicationScoped
class WorkProcess {
  static final String ACCEPT = "Activity_AcceptWork";
  static final String DO = "Activity_DoTheWork";
  static final String TIME_IS_UP = "Activity_TimeIsUp";
  static final String PICK = "Activity_PickSomebody";
  static final String WORK_ID = "assignmentId";
  static final String CALL_ID = "callId";

  private static final String ASSIGN_WORK = "Message_AssignWork";
  private static final String VOLUNTEER_CALL = "Message_VolunteerCall";

  private final Processes processes;
  private final HumanTasks tasks;

  @Inject
  WorkProcess(Processes processes, HumanTasks tasks) {
    this.processes = processes;
    this.tasks = tasks;
  }

  /**
   * Lets the process follow the record.
   *
   * @return false while the process is not where it has to be for that
   */
  boolean follow(AssignmentRow row, Instant now) {
    if (!row.isHeard()) {
      return !matters(row) || (hears(row) && !isBehind(row));
    }
    if (row.isSeenAs(State.PROPOSED) && !row.is(State.PROPOSED)) {
      ends(row.incident(), ACCEPT, WORK_ID, row.id());
    } else if (row.isSeenAs(State.ACCEPTED) && !row.is(State.ACCEPTED)) {
      ends(row.incident(), DO, WORK_ID, row.id());
    } else if (row.is(State.ACCEPTED) && !row.isTimeUp(now)) {
      ends(row.incident(), TIME_IS_UP, WORK_ID, row.id());
    }
    return !isBehind(row);
  }

  private static boolean matters(AssignmentRow row) {
    return row.isOpen() || row.is(State.REPORTED);
  }

  /** A report is brought by a process that has come as far as the work. */
  private static boolean isBehind(AssignmentRow row) {
    return row.is(State.REPORTED) && !row.isSeenAs(State.ACCEPTED);
  }

  private boolean hears(AssignmentRow row) {
    boolean heard =
        processes.tell(ASSIGN_WORK, row.incident(), Facts.of(WORK_ID, row.id().toString()));
    if (heard) {
      row.hear();
    }
    return heard;
  }

  /** As of work. */
  boolean follow(CallRow row) {
    if (!row.isHeard()) {
      return !row.isOpen() || hears(row);
    }
    if (row.isWaitedFor() && !row.isOpen()) {
      ends(row.incident(), PICK, CALL_ID, row.id());
    }
    return true;
  }

  private boolean hears(CallRow row) {
    boolean heard =
        processes.tell(VOLUNTEER_CALL, row.incident(), Facts.of(CALL_ID, row.id().toString()));
    if (heard) {
      row.hear();
    }
    return heard;
  }

  /** Completes the step, if it waits; one that does not wait reads the record by itself. */
  private void ends(IncidentId incident, String step, String key, UUID id) {
    tasks.open(incident).stream()
        .filter(task -> task.step().equals(step))
        .filter(task -> task.facts().find(key).filter(id.toString()::equals).isPresent())
        .forEach(task -> tasks.complete(task, Facts.none()));
  }
}
