package org.honbu.response.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.honbu.incidents.HandoverOffered;
import org.honbu.incidents.IncidentBoard;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.outbox.FactHandler;
import org.honbu.workflow.Facts;

/** Whoever was asked to take over is reminded and, in the end, no longer asked. */
@ApplicationScoped
class StartsTheHandoverItMissed implements FactHandler<HandoverOffered> {
  private final Course course;
  private final IncidentBoard board;

  @Inject
  StartsTheHandoverItMissed(Course course, IncidentBoard board) {
    this.course = course;
    this.board = board;
  }

  @Override
  public String name() {
    return "response.starts-the-handover-it-missed";
  }

  @Override
  public Class<HandoverOffered> fact() {
    return HandoverOffered.class;
  }

  @Override
  public void on(HandoverOffered offered) {
    IncidentId incident = offered.incident();
    PersonId successor = offered.successor();
    Course.settle(
        board.view(incident).successor().filter(successor::equals).isEmpty()
            || course.runs("CommandHandover", incident)
            || course.tells(
                "Message_HandoverRequested",
                incident,
                Facts.of("outgoing", offered.from()).and("successor", successor)),
        incident);
  }
}
