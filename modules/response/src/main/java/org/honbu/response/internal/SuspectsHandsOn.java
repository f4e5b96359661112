package org.honbu.response.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.honbu.incidents.CareQuestions;
import org.honbu.incidents.HandsOnNoticed;
import org.honbu.incidents.IncidentBoard;
import org.honbu.kernel.IncidentId;
import org.honbu.outbox.FactHandler;
import org.honbu.workflow.Facts;

/** Enough signs that a commander's own hands are at work: the process is told, to ask them. */
@ApplicationScoped
class SuspectsHandsOn implements FactHandler<HandsOnNoticed> {
  static final String MESSAGE = "Message_HandsOnSuspected";

  private final Course course;
  private final IncidentBoard board;
  private final CareQuestions questions;

  @Inject
  SuspectsHandsOn(Course course, IncidentBoard board, CareQuestions questions) {
    this.course = course;
    this.board = board;
    this.questions = questions;
  }

  @Override
  public String name() {
    return "response.suspects-hands-on";
  }

  @Override
  public Class<HandsOnNoticed> fact() {
    return HandsOnNoticed.class;
  }

  /**
   * Goes by what the signs weigh now; who commanded then may not command any more. Care that has
   * not begun weighs them itself when it does.
   */
  @Override
  public void on(HandsOnNoticed noticed) {
    IncidentId incident = noticed.incident();
    Course.settle(
        board.view(incident).seat().filter(seat -> seat.epoch() == noticed.epoch()).isEmpty()
            || !questions.handsSeemAtWork(incident)
            || !course.runs("CommandCare", incident)
            || course.tells(MESSAGE, incident, Facts.none()),
        incident);
  }
}
