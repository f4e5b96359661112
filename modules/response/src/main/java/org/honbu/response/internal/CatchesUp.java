package org.honbu.response.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.honbu.incidents.HandoverProcess;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.IncidentState;
import org.honbu.incidents.IncidentView;
import org.honbu.incidents.ProcessRebuilt;
import org.honbu.incidents.Room;
import org.honbu.kernel.ProblemException;
import org.honbu.outbox.FactHandler;
import org.honbu.workflow.Facts;
import org.honbu.workflow.Processes;

/**
 * Tells a rebuilt process again what people had told the lost one: mitigated, verified, command
 * handed over or taken. Fails and is tried again while the process does not wait for it yet.
 */
@ApplicationScoped
class CatchesUp implements FactHandler<ProcessRebuilt> {
  private final Processes processes;
  private final IncidentBoard board;
  private final HandoverProcess handovers;

  @Inject
  CatchesUp(Processes processes, IncidentBoard board, HandoverProcess handovers) {
    this.processes = processes;
    this.board = board;
    this.handovers = handovers;
  }

  @Override
  public String name() {
    return "response.catches-up";
  }

  @Override
  public Class<ProcessRebuilt> fact() {
    return ProcessRebuilt.class;
  }

  @Override
  public void on(ProcessRebuilt rebuilt) {
    IncidentView view = board.view(rebuilt.incident());
    boolean room = view.room() == Room.OPEN;
    boolean watched = view.state() == IncidentState.MONITORING;
    if (room && (watched || view.state() == IncidentState.MITIGATED)) {
      tell(view, "Message_MitigationDeclared", Facts.none());
    }
    if (watched) {
      tell(view, "Message_Verified", Facts.none());
    }
    Course.settle(!room || handovers.followAgain(view.id()), view.id());
  }

  private void tell(IncidentView view, String message, Facts facts) {
    if (!processes.tell(message, view.id(), facts)) {
      throw new ProblemException(Course.NOT_LISTENING, view.id());
    }
  }
}
