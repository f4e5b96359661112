package org.honbu.workflow;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.honbu.kernel.Subject;

/**
 * What many subjects wait for and what happens to them by itself: for lists, and asked for in as
 * many questions however many they are. Reads what is written; joins the caller's transaction.
 */
public interface Overview {

  /**
   * How these subjects stand.
   *
   * @return one for each of them that the engine knows; of the others there is nothing to tell
   */
  Map<Subject, View> of(Collection<? extends Subject> subjects);

  /**
   * How one of them stands.
   *
   * @param tasks its open tasks, oldest first, as {@link HumanTasks#open(Subject)} has them
   * @param timers its running timers, soonest first, as {@link Timers#next} has them
   */
  record View(List<Waiting> tasks, List<Timers.Next> timers) {
    /** Of a subject that the engine knows nothing of. */
    public static final View NOTHING = new View(List.of(), List.of());

    public View {
      tasks = List.copyOf(tasks);
      timers = List.copyOf(timers);
    }
  }
}
