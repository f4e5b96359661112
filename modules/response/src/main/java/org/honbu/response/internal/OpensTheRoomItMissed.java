package org.honbu.response.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.IncidentView;
import org.honbu.incidents.Room;
import org.honbu.incidents.RoomOpened;
import org.honbu.kernel.IncidentId;
import org.honbu.outbox.FactHandler;

/**
 * A room that is open on the record is open in the process too. One that was taken back is not
 * opened; one that is resolved by now is, for the process has to come through it.
 */
@ApplicationScoped
class OpensTheRoomItMissed implements FactHandler<RoomOpened> {
  static final String ROOM = "Activity_RunWarRoom";

  private final Course course;
  private final IncidentBoard board;

  @Inject
  OpensTheRoomItMissed(Course course, IncidentBoard board) {
    this.course = course;
    this.board = board;
  }

  @Override
  public String name() {
    return "response.opens-the-room-it-missed";
  }

  @Override
  public Class<RoomOpened> fact() {
    return RoomOpened.class;
  }

  @Override
  public void on(RoomOpened opened) {
    IncidentId incident = opened.incident();
    IncidentView view = board.view(incident);
    Course.settle(
        course.isOver(view)
            || wasTakenBack(view)
            || course.runs("WarRoom", incident)
            || course.tells("Message_Escalate", incident)
            || (view.room() != Room.OPEN && course.hasReached(ROOM, incident)),
        incident);
  }

  private static boolean wasTakenBack(IncidentView view) {
    return view.room() == Room.NONE || (view.room() == Room.CLOSED && view.state().isOpen());
  }
}
