package org.honbu.learning.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.honbu.incidents.IncidentView;
import org.honbu.kernel.IncidentId;
import org.honbu.learning.Postmortem.State;
import org.honbu.workflow.Facts;
import org.honbu.workflow.HumanTask;
import org.honbu.workflow.HumanTasks;
import org.honbu.workflow.Processes;

/**
 * Brings the processes of this module to where the record is. Each of their rounds begins by
 * reading the record, so that it is enough to end the wait it is in.
 */
@ApplicationScoped
class LearningProcess {
  static final String CHOOSE_OWNER = "Activity_ChooseReviewOwner";
  static final String SCHEDULE = "Activity_ScheduleReview";
  static final String DRAFT = "Activity_DraftPostmortem";
  static final String REVIEW = "Activity_HoldReview";
  static final String SEE_THROUGH = "Activity_SeeActionsThrough";
  static final String SHORT = "Activity_AnswerShortReview";
  static final String ITEM = "Activity_DoActionItem";
  static final String ITEM_ID = "itemId";

  private static final String PROCESS = "PostIncident";
  private static final String ITEM_PROCESS = "ActionItem";
  private static final String CALLED_OFF = "Message_ReviewCalledOff";
  private static final String AGREED = "Message_ActionItemAgreed";
  private static final Set<String> WAITS =
      Set.of(CHOOSE_OWNER, SCHEDULE, DRAFT, REVIEW, SEE_THROUGH, SHORT);

  private final Processes processes;
  private final HumanTasks tasks;

  @Inject
  LearningProcess(Processes processes, HumanTasks tasks) {
    this.processes = processes;
    this.tasks = tasks;
  }

  /** Begins; does nothing where it runs already. */
  void begin(IncidentView view) {
    processes.start(
        PROCESS,
        view.id(),
        Facts.of("incidentId", view.id().value())
            .and("kind", view.kind())
            .and("teamId", view.team().value()));
  }

  /** The incident came back; a process that does not wait yet reads so by itself. */
  void callOff(IncidentId incident) {
    processes.tell(CALLED_OFF, incident, Facts.none());
  }

  /** Ends the wait it is in, so that it looks at the record again. */
  void looksAgain(IncidentId incident) {
    tasks.open(incident).stream()
        .filter(task -> WAITS.contains(task.step()))
        .forEach(task -> tasks.complete(task, Facts.none()));
  }

  /**
   * Lets the process of an item follow its record.
   *
   * @return false while the review's process does not listen for it yet
   */
  boolean follow(ActionItemRow item, Optional<PostmortemRow> review) {
    if (item.isOpen() && !item.isHeard() && is(review, State.REVIEWED)) {
      boolean heard =
          processes.tell(AGREED, item.incident(), Facts.of(ITEM_ID, item.id().toString()));
      if (heard) {
        item.hear();
      }
      return heard;
    }
    if (item.isHeard() || !item.isOpen()) {
      looksAgain(item);
    }
    if (is(review, State.CLOSED)) {
      looksAgain(item.incident());
    }
    return true;
  }

  private static boolean is(Optional<PostmortemRow> review, State state) {
    return review.filter(row -> row.is(state)).isPresent();
  }

  /** The process of an item that runs by itself; does nothing where it runs already. */
  void begin(ActionItemRow item) {
    processes.start(
        ITEM_PROCESS,
        item.incident(),
        Facts.of("incidentId", item.incident().value())
            .and("kind", item.mode())
            .and(ITEM_ID, item.id().toString()));
    item.hear();
  }

  /** The process of an item: it may be settled, or have another owner or day. */
  void looksAgain(ActionItemRow item) {
    tasks.open(item.incident()).stream()
        .filter(task -> task.step().equals(ITEM) && isOf(task, item.id()))
        .forEach(task -> tasks.complete(task, Facts.none()));
  }

  private static boolean isOf(HumanTask task, UUID item) {
    return task.facts().find(ITEM_ID).filter(item.toString()::equals).isPresent();
  }
}
