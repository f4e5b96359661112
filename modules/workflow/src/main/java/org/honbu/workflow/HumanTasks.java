package org.honbu.workflow;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Subject;

/**
 * The engine's side of human tasks, for façades that have already decided.
 *
 * <p>Every method joins the caller's transaction and is the last step of a façade's act: lock,
 * decide, write, flush, then make the task agree. None of them asks the {@link TaskRule} again.
 */
public interface HumanTasks {

  /** Open tasks of the subject, oldest first. */
  List<HumanTask> open(Subject subject);

  /**
   * The open task of the subject at this step, if it waits there; the oldest when there are
   * several.
   */
  Optional<HumanTask> open(Subject subject, String step);

  Optional<HumanTask> find(String taskId);

  /** Makes the person the task's assignee, whoever had it before. */
  void assign(HumanTask task, PersonId holder);

  /** Takes the assignee off, so that it can be claimed again. */
  void release(HumanTask task);

  /**
   * Completes the task with facts; the process goes on in this transaction up to its next wait or
   * save point.
   */
  void complete(HumanTask task, Facts facts);

  /**
   * Does several of these at once: what the engine was asked twice it reads once, and a task that
   * changes twice is written once, when the work is done.
   */
  <T> T together(Supplier<T> work);
}
