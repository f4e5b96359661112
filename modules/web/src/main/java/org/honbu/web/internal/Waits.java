package org.honbu.web.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.honbu.kernel.PersonId;
import org.honbu.workflow.Timers;
import org.honbu.workflow.Waiting;

/** What an incident's processes wait for, and for whom. Plain rules over what the engine says. */
final class Waits {
  /** Tasks that stand for a duty: whoever holds one is not waited for. */
  private static final Set<String> DUTIES = Set.of("Activity_LeadTheIncident", "Activity_Announce");

  private static final String PAGE = "Activity_AnswerThePage";

  /** A help to whoever commands: what other people wait for is done first. */
  private static final String LOOP = "CommandLoop";

  private Waits() {}

  /**
   * The timers that will change something. Those on a duty ask for somebody to take it, so they are
   * over once it is held; who is called next is said by the calls themselves.
   */
  static List<Timers.Next> ahead(List<Timers.Next> timers, List<? extends Waiting> tasks) {
    return timers.stream()
        .filter(timer -> !timer.on().equals(PAGE) && !Discreet.hides(timer.process()))
        .filter(timer -> tasks.stream().noneMatch(task -> isHeldDuty(task, timer.on())))
        .toList();
  }

  private static boolean isHeldDuty(Waiting task, String step) {
    return DUTIES.contains(step) && task.step().equals(step) && task.assignee().isPresent();
  }

  /**
   * The task that waits for this person: theirs already, or offered to them while nobody has it.
   * What is offered to them by name comes before what is offered to a whole group.
   */
  static <T extends Waiting> Optional<T> forPerson(
      List<T> tasks, PersonId person, Set<String> groups) {
    return tasks.stream()
        .filter(task -> isFor(task, person, groups))
        .min(
            Comparator.comparing((T task) -> task.process().equals(LOOP))
                .thenComparing(task -> !task.people().contains(person))
                .thenComparing(Waiting::since));
  }

  private static boolean isFor(Waiting task, PersonId person, Set<String> groups) {
    if (task.assignee().isPresent()) {
      return task.assignee().get().equals(person) && !DUTIES.contains(task.step());
    }
    return task.people().contains(person) || task.groups().stream().anyMatch(groups::contains);
  }
}
