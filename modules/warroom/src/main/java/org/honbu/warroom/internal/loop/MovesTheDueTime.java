package org.honbu.warroom.internal.loop;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.honbu.incidents.SeverityRated;
import org.honbu.outbox.FactHandler;
import org.honbu.workflow.Facts;
import org.honbu.workflow.Processes;

/** A running timer does not follow the severity by itself (PR-00e). */
@ApplicationScoped
class MovesTheDueTime implements FactHandler<SeverityRated> {
  private final Processes processes;

  @Inject
  MovesTheDueTime(Processes processes) {
    this.processes = processes;
  }

  @Override
  public String name() {
    return "warroom.moves-the-due-time";
  }

  @Override
  public Class<SeverityRated> fact() {
    return SeverityRated.class;
  }

  /** Where no clock waits, the next one reads the severity itself. */
  @Override
  public void on(SeverityRated rated) {
    if (rated.from().isPresent()) {
      processes.tell(LoopElements.DUE_MOVED, rated.incident(), Facts.none());
    }
  }
}
