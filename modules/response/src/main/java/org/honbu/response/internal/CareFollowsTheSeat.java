package org.honbu.response.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.honbu.incidents.CommandTaken;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.Room;
import org.honbu.kernel.IncidentId;
import org.honbu.outbox.FactHandler;
import org.honbu.workflow.Facts;

/**
 * Whoever commands now is looked after from now on: what the one before was asked goes away, and
 * they are offered the work that drew them in.
 */
@ApplicationScoped
class CareFollowsTheSeat implements FactHandler<CommandTaken> {
  private final Course course;
  private final IncidentBoard board;

  @Inject
  CareFollowsTheSeat(Course course, IncidentBoard board) {
    this.course = course;
    this.board = board;
  }

  @Override
  public String name() {
    return "response.care-follows-the-seat";
  }

  @Override
  public Class<CommandTaken> fact() {
    return CommandTaken.class;
  }

  /** Care that has not begun yet begins with whoever commands then. */
  @Override
  public void on(CommandTaken taken) {
    IncidentId incident = taken.incident();
    Course.settle(
        board.view(incident).room() != Room.OPEN
            || !course.runs("CommandCare", incident)
            || course.tells("Message_CommandMoved", incident, Facts.none()),
        incident);
  }
}
