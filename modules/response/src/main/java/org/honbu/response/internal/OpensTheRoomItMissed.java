package org.honbu.response.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.Room;
import org.honbu.incidents.RoomOpened;
import org.honbu.kernel.Problem;
import org.honbu.kernel.ProblemException;
import org.honbu.kernel.Words;
import org.honbu.outbox.FactHandler;
import org.honbu.workflow.Facts;
import org.honbu.workflow.Processes;

/**
 * A room that is open on the record is open in the process too.
 *
 * <p>Somebody may escalate while the process is between two waits, or before it has begun: then
 * nobody hears the message. The fact waits for the process instead: the outbox tries it again until
 * the process has the room or the room is closed.
 */
@ApplicationScoped
class OpensTheRoomItMissed implements FactHandler<RoomOpened> {
  static final Problem NOT_LISTENING =
      new Problem(
          "HB-3101",
          Problem.Owner.CONFLICT,
          409,
          new Words(
              "{0} の工程はまだ待ち受けていません。もう一度試します",
              "The process of {0} does not wait for this yet; it is tried again"));

  private final Processes processes;
  private final IncidentBoard board;

  @Inject
  OpensTheRoomItMissed(Processes processes, IncidentBoard board) {
    this.processes = processes;
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
    boolean settled =
        board.view(opened.incident()).room() != Room.OPEN
            || processes.runs("WarRoom", opened.incident())
            || processes.tell("Message_Escalate", opened.incident(), Facts.none());
    if (!settled) {
      throw new ProblemException(NOT_LISTENING, opened.incident());
    }
  }
}
