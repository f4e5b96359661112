package org.honbu.response.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.honbu.incidents.IncidentState;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Problem;
import org.honbu.kernel.ProblemException;
import org.honbu.kernel.Words;
import org.honbu.workflow.Facts;
import org.honbu.workflow.Processes;

/**
 * How far an incident's response has come, and the word that brings it on.
 *
 * <p>A message is not kept: whoever acts while the process is between two waits is not heard. So
 * every act is also a fact, and each fact has a handler here that asks whether the process has
 * caught up with the record, tells it if it listens, and otherwise fails, so that the outbox tries
 * again (ADR-0005).
 */
@ApplicationScoped
class Course {
  static final Problem NOT_LISTENING =
      new Problem(
          "HB-3102",
          Problem.Owner.CONFLICT,
          409,
          new Words(
              "{0} の工程はまだ待ち受けていません。もう一度試します",
              "The process of {0} does not wait for this yet; it is tried again"));

  /** The announcements listen to some of the same messages, and are not what is followed here. */
  private static final Set<String> RESPONSE = Set.of("IncidentResponse", "WarRoom", "Recovery");

  private final Processes processes;

  @Inject
  Course(Processes processes) {
    this.processes = processes;
  }

  /** Whether nothing follows any more: merged, or nothing at all. */
  static boolean isNoMore(IncidentState state) {
    return state.isFinal() || state == IncidentState.FALSE_ALARM;
  }

  boolean runs(String process, IncidentId incident) {
    return processes.runs(process, incident);
  }

  boolean waits(String process, String message, IncidentId incident) {
    return processes.waits(process, message, incident);
  }

  /** Whether the response stands at this element of a diagram, or has passed it. */
  boolean hasReached(String element, IncidentId incident) {
    return processes.progress(incident).stream()
        .anyMatch(run -> run.passed().contains(element) || run.current().contains(element));
  }

  /** Tells the response, if it listens; says whether it did. */
  boolean tells(String message, IncidentId incident) {
    return RESPONSE.stream().anyMatch(process -> waits(process, message, incident))
        && tells(message, incident, Facts.none());
  }

  /** Tells whoever listens; says whether anybody did. */
  boolean tells(String message, IncidentId incident, Facts facts) {
    return processes.tell(message, incident, facts);
  }

  /**
   * Ends a handler.
   *
   * @throws ProblemException {@link #NOT_LISTENING} unless the process has caught up
   */
  static void settle(boolean caughtUp, IncidentId incident) {
    if (!caughtUp) {
      throw new ProblemException(NOT_LISTENING, incident);
    }
  }
}
