package org.honbu.workflow;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.honbu.kernel.IncidentId;

/** What a subject's processes will do by themselves when nobody does anything. */
public interface Timers {

  /** The subject's running timers, called processes included, soonest first. */
  List<Next> next(IncidentId subject);

  /**
   * A timer that runs.
   *
   * @param process the diagram's id
   * @param step the timer event's id in the diagram
   * @param name its label, in both languages as drawn: what has become true by then
   * @param then label of the step it leads to, past joining gateways; empty when the way forks
   * @param asks whether that step waits for people, so that nothing but asking happens by itself
   * @param on id of the step it is drawn on; its own when it stands alone
   * @param due when it goes off; a busy engine may be a second late
   */
  record Next(
      String process,
      String step,
      String name,
      Optional<String> then,
      boolean asks,
      String on,
      Instant due) {}
}
