package org.honbu.web.internal;

import java.util.List;
import java.util.Set;
import org.honbu.workflow.HumanTask;

/**
 * What is between Honbu and one person (DESIGN 1, 8) is on no page that others read: neither what
 * is asked, nor the diagram it runs in, nor the clock that runs for it.
 */
final class Discreet {
  private static final Set<String> PROCESSES = Set.of("CommandCare", "HandsOnPrompt");

  private Discreet() {}

  /**
   * Whether nothing of a process is shown.
   *
   * @param process the diagram's id
   */
  static boolean hides(String process) {
    return PROCESSES.contains(process);
  }

  /** The tasks that everybody may see. */
  static List<HumanTask> among(List<HumanTask> tasks) {
    return tasks.stream().filter(task -> !hides(task.process())).toList();
  }
}
