package org.honbu.response.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.IncidentMoved;
import org.honbu.incidents.IncidentState;
import org.honbu.kernel.IncidentId;
import org.honbu.outbox.FactHandler;
import org.honbu.workflow.Facts;

/**
 * The process comes to where the record is, a word at a time: every move that it missed has a fact
 * of its own, and each fact tells it one word or waits until there is a word to tell.
 *
 * <p>It goes by what the record says now, not by what the fact said: a mitigation that has not held
 * is not told any more.
 */
@ApplicationScoped
class HearsOfTheMoveItMissed implements FactHandler<IncidentMoved> {
  private static final String MITIGATED = "Message_MitigationDeclared";
  private static final String VERIFIED = "Message_Verified";
  private static final String RESOLVED = "Message_Resolved";
  private static final String RECURRED = "Message_Recurred";
  private static final String TAKEN_BACK = "Message_EndTakenBack";

  private final Course course;
  private final IncidentBoard board;

  @Inject
  HearsOfTheMoveItMissed(Course course, IncidentBoard board) {
    this.course = course;
    this.board = board;
  }

  @Override
  public String name() {
    return "response.hears-of-the-move-it-missed";
  }

  @Override
  public Class<IncidentMoved> fact() {
    return IncidentMoved.class;
  }

  /** First, where it waits once it has caught up; then the words on the way there. */
  @Override
  public void on(IncidentMoved moved) {
    IncidentId incident = moved.incident();
    Course.settle(
        switch (board.view(incident).state()) {
          case MITIGATED ->
              course.waits("Recovery", VERIFIED, incident) || course.tells(MITIGATED, incident);
          case MONITORING ->
              course.waits("Recovery", RESOLVED, incident)
                  || course.tells(MITIGATED, incident)
                  || course.tells(VERIFIED, incident)
                  || course.tells(TAKEN_BACK, incident);
          case RESOLVED ->
              course.waits("IncidentResponse", RECURRED, incident)
                  || course.waits("TimeToUndo", TAKEN_BACK, incident)
                  || course.tells(MITIGATED, incident)
                  || course.tells(VERIFIED, incident)
                  || course.tells(RESOLVED, incident);
          case INVESTIGATING, IDENTIFIED -> !cameBack(moved) || goesOn(incident);
          case REPORTED, TRIAGE, POSTMORTEM, CLOSED, FALSE_ALARM, MERGED, ABORTED -> true;
        },
        incident);
  }

  /**
   * Whoever verifies in Tasklist that it goes on has ended Recovery's task, and told nobody else:
   * the commander's rounds, which rest, hear it here, and not when they look again.
   */
  private boolean goesOn(IncidentId incident) {
    boolean caughtUp =
        course.waits("WarRoom", MITIGATED, incident)
            || course.waits("IncidentResponse", MITIGATED, incident)
            || course.tells(RECURRED, incident);
    if (caughtUp) {
      course.tells(RECURRED, incident, Facts.none());
    }
    return caughtUp;
  }

  /**
   * A false alarm or a merge that was taken back has not come back: nothing had been left behind.
   */
  private static boolean cameBack(IncidentMoved moved) {
    return moved.to() == IncidentState.INVESTIGATING
        && moved.from().compareTo(IncidentState.IDENTIFIED) > 0
        && moved.from() != IncidentState.FALSE_ALARM
        && moved.from() != IncidentState.MERGED;
  }
}
