package org.honbu.response.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.honbu.incidents.CommandTaken;
import org.honbu.incidents.IncidentBoard;
import org.honbu.kernel.IncidentId;
import org.honbu.outbox.FactHandler;
import org.honbu.workflow.Facts;

/** Nobody is asked to accept what they have taken already, while the briefing was being written. */
@ApplicationScoped
class EndsTheHandoverItMissed implements FactHandler<CommandTaken> {
  private final Course course;
  private final IncidentBoard board;

  @Inject
  EndsTheHandoverItMissed(Course course, IncidentBoard board) {
    this.course = course;
    this.board = board;
  }

  @Override
  public String name() {
    return "response.ends-the-handover-it-missed";
  }

  @Override
  public Class<CommandTaken> fact() {
    return CommandTaken.class;
  }

  @Override
  public void on(CommandTaken taken) {
    IncidentId incident = taken.incident();
    Course.settle(
        board.view(incident).successor().isPresent()
            || !course.runs("CommandHandover", incident)
            || course.tells("Message_CommandTaken", incident, Facts.none()),
        incident);
  }
}
