package org.honbu.announcements.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.honbu.incidents.SeverityRated;
import org.honbu.outbox.FactHandler;
import org.honbu.workflow.Facts;
import org.honbu.workflow.Processes;

/** A running timer does not follow the severity by itself (A33). */
@ApplicationScoped
class MovesTheDueTime implements FactHandler<SeverityRated> {
  private final Processes processes;

  @Inject
  MovesTheDueTime(Processes processes) {
    this.processes = processes;
  }

  @Override
  public String name() {
    return "announcements.moves-the-due-time";
  }

  @Override
  public Class<SeverityRated> fact() {
    return SeverityRated.class;
  }

  /** Where no clock waits, the next publication reads the severity itself. */
  @Override
  public void on(SeverityRated rated) {
    if (rated.from().isPresent()) {
      processes.tell(Steps.CADENCE_CHANGED, rated.incident(), Facts.none());
    }
  }
}
