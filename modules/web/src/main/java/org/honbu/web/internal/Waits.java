package org.honbu.web.internal;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.honbu.kernel.PersonId;
import org.honbu.workflow.HumanTask;

/** What an incident's processes wait for, and for whom. Plain rules over what the engine says. */
final class Waits {
  /** Tasks that stand for a duty: whoever holds one is not waited for. */
  private static final Set<String> DUTIES = Set.of("Activity_LeadTheIncident", "Activity_Announce");

  private Waits() {}

  /** The task that falls due first. */
  static Optional<HumanTask> firstDue(List<HumanTask> tasks) {
    return tasks.stream()
        .filter(task -> task.due().isPresent())
        .min(Comparator.comparing(task -> task.due().orElse(Instant.MAX)));
  }

  /**
   * The task that waits for this person: theirs already, or offered to them while nobody has it.
   * What is offered to them by name comes before what is offered to a whole group.
   */
  static Optional<HumanTask> forPerson(List<HumanTask> tasks, PersonId person, Set<String> groups) {
    return tasks.stream()
        .filter(task -> isFor(task, person, groups))
        .min(
            Comparator.comparing((HumanTask task) -> !task.people().contains(person))
                .thenComparing(HumanTask::since));
  }

  private static boolean isFor(HumanTask task, PersonId person, Set<String> groups) {
    if (task.assignee().isPresent()) {
      return task.assignee().get().equals(person) && !DUTIES.contains(task.step());
    }
    return task.people().contains(person) || task.groups().stream().anyMatch(groups::contains);
  }
}
