package org.honbu.response.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.honbu.incidents.HandoverBegan;
import org.honbu.incidents.HandoverProcess;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.Room;
import org.honbu.outbox.FactHandler;

/** Whoever is asked to take over is reminded, and the room hears how it ends. */
@ApplicationScoped
class StartsTheHandoverItMissed implements FactHandler<HandoverBegan> {
  private final HandoverProcess process;
  private final IncidentBoard board;

  @Inject
  StartsTheHandoverItMissed(HandoverProcess process, IncidentBoard board) {
    this.process = process;
    this.board = board;
  }

  @Override
  public String name() {
    return "response.starts-the-handover-it-missed";
  }

  @Override
  public Class<HandoverBegan> fact() {
    return HandoverBegan.class;
  }

  @Override
  public void on(HandoverBegan began) {
    Course.settle(
        board.view(began.incident()).room() != Room.OPEN
            || process.follow(began.incident(), began.number()),
        began.incident());
  }
}
