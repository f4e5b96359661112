package org.honbu.response.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.honbu.incidents.IncidentAcknowledged;
import org.honbu.incidents.IncidentBoard;
import org.honbu.kernel.IncidentId;
import org.honbu.outbox.FactHandler;
import org.honbu.workflow.Facts;

/** Nobody is waited for who has answered already. */
@ApplicationScoped
class HearsOfTheAnswerItMissed implements FactHandler<IncidentAcknowledged> {
  private final Course course;
  private final IncidentBoard board;

  @Inject
  HearsOfTheAnswerItMissed(Course course, IncidentBoard board) {
    this.course = course;
    this.board = board;
  }

  @Override
  public String name() {
    return "response.hears-of-the-answer-it-missed";
  }

  @Override
  public Class<IncidentAcknowledged> fact() {
    return IncidentAcknowledged.class;
  }

  @Override
  public void on(IncidentAcknowledged answered) {
    IncidentId incident = answered.incident();
    Course.settle(
        Course.isNoMore(board.view(incident).state())
            || course.tells("Message_Acknowledged", incident, Facts.of("answeredBy", answered.by()))
            || course.hasReached("Gateway_Answer", incident),
        incident);
  }
}
