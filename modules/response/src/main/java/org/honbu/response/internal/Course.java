package org.honbu.response.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.honbu.incidents.IncidentState;
import org.honbu.incidents.IncidentView;
import org.honbu.incidents.Undo;
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
  private static final Set<String> RESPONSE =
      Set.of("IncidentResponse", "WarRoom", "Recovery", "TimeToUndo");

  /** A response that stands at one of these, or has passed it, has had its first answer. */
  private static final Set<String> AFTER_THE_ANSWER =
      Set.of("Gateway_Answer", "Activity_NoteTheAnswer", OpensTheRoomItMissed.ROOM);

  private final Processes processes;
  private final Undo undo;

  @Inject
  Course(Processes processes, Undo undo) {
    this.processes = processes;
    this.undo = undo;
  }

  /**
   * Whether nothing follows any more: merged, or nothing at all. A false alarm that may be taken
   * back is not the end yet.
   */
  boolean isOver(IncidentView view) {
    return view.state().isFinal()
        || (view.state() == IncidentState.FALSE_ALARM
            && !runs("IncidentResponse", view.id())
            && !undo.endMayBeTakenBack(view.id()));
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

  /** Whether the response stands at this element now. */
  boolean standsAt(String element, IncidentId incident) {
    return processes.progress(incident).stream().anyMatch(run -> run.current().contains(element));
  }

  /** Whether it has left its first answer behind, be it that another is waited for by now. */
  boolean hasHadAnAnswer(IncidentId incident) {
    return AFTER_THE_ANSWER.stream().anyMatch(element -> hasReached(element, incident));
  }

  /** Whether it has had an answer, and neither waits for another nor has this one still to note. */
  boolean hasNotedItsAnswer(IncidentId incident) {
    return hasHadAnAnswer(incident)
        && !waitsForAnAnswer(incident)
        && !isAboutToNoteTheAnswer(incident);
  }

  /** Whether it waits for an answer now. */
  boolean waitsForAnAnswer(IncidentId incident) {
    return runs("FirstAnswer", incident);
  }

  /** Whether it is about to look at who has answered. */
  private boolean isAboutToNoteTheAnswer(IncidentId incident) {
    return isBetween("Gateway_Answer", "Activity_NoteTheAnswer", incident);
  }

  /** Whether it is about to look at what a room may be needed for. */
  boolean isAboutToJudge(IncidentId incident) {
    return isAboutToNoteTheAnswer(incident)
        || isBetween("Gateway_Judge", "Activity_JudgeProblem", incident);
  }

  /** An automatic step that has not begun is nowhere; only what led to it has been passed. */
  private boolean isBetween(String element, String next, IncidentId incident) {
    return times(element, incident) > times(next, incident);
  }

  private long times(String element, IncidentId incident) {
    return processes.progress(incident).stream()
        .flatMap(run -> run.passed().stream())
        .filter(element::equals)
        .count();
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
