package org.honbu.warroom.internal.loop;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.honbu.incidents.IncidentMoved;
import org.honbu.incidents.IncidentState;
import org.honbu.kernel.IncidentId;
import org.honbu.outbox.FactHandler;
import org.honbu.workflow.Facts;
import org.honbu.workflow.Processes;

/** A problem that has come back is assessed anew, and the room hears of it in its own time. */
@ApplicationScoped
class BeginsANewRound implements FactHandler<IncidentMoved> {
  private final LoopDesk desk;
  private final TwoDoorLoop loop;
  private final Processes processes;

  @Inject
  BeginsANewRound(LoopDesk desk, TwoDoorLoop loop, Processes processes) {
    this.desk = desk;
    this.loop = loop;
    this.processes = processes;
  }

  @Override
  public String name() {
    return "warroom.begins-a-new-round";
  }

  @Override
  public Class<IncidentMoved> fact() {
    return IncidentMoved.class;
  }

  @Override
  public void on(IncidentMoved moved) {
    if (cameBack(moved)) {
      IncidentId incident = moved.incident();
      desk.cameBack(incident);
      loop.catchUp(incident, Optional.empty());
      processes.tell(LoopElements.DUE_MOVED, incident, Facts.none());
    }
  }

  private static boolean cameBack(IncidentMoved moved) {
    return moved.to() == IncidentState.INVESTIGATING
        && (moved.from() == IncidentState.MITIGATED || moved.from() == IncidentState.MONITORING);
  }
}
