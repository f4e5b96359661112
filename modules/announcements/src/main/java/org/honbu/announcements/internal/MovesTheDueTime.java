package org.honbu.announcements.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.honbu.incidents.IncidentTriaged;
import org.honbu.incidents.SeverityRated;
import org.honbu.kernel.IncidentId;
import org.honbu.outbox.FactHandler;
import org.honbu.workflow.Facts;
import org.honbu.workflow.Processes;

/**
 * A running timer follows neither the severity (A33) nor what becomes known of who is affected by
 * itself; and whoever reads a text before it goes may be another by then. Where no clock waits, the
 * next publication reads both anew.
 */
final class MovesTheDueTime {
  private MovesTheDueTime() {}

  /** Raised or lowered; the first rating comes before any message. */
  @ApplicationScoped
  static class AfterTheSeverity implements FactHandler<SeverityRated> {
    private final Processes processes;
    private final SecondReaders readers;

    @Inject
    AfterTheSeverity(Processes processes, SecondReaders readers) {
      this.processes = processes;
      this.readers = readers;
    }

    @Override
    public String name() {
      return "announcements.moves-the-due-time";
    }

    @Override
    public Class<SeverityRated> fact() {
      return SeverityRated.class;
    }

    @Override
    public void on(SeverityRated rated) {
      if (rated.from().isPresent()) {
        resets(processes, rated.incident());
        readers.follow(rated.incident());
      }
    }
  }

  /** Who is affected may be known now, so that the second message can say so. */
  @ApplicationScoped
  static class AfterTheTriage implements FactHandler<IncidentTriaged> {
    private final Processes processes;
    private final SecondReaders readers;

    @Inject
    AfterTheTriage(Processes processes, SecondReaders readers) {
      this.processes = processes;
      this.readers = readers;
    }

    @Override
    public String name() {
      return "announcements.moves-the-due-time-after-a-triage";
    }

    @Override
    public Class<IncidentTriaged> fact() {
      return IncidentTriaged.class;
    }

    @Override
    public void on(IncidentTriaged triaged) {
      resets(processes, triaged.incident());
      readers.follow(triaged.incident());
    }
  }

  private static void resets(Processes processes, IncidentId incident) {
    processes.tell(Steps.CADENCE_CHANGED, incident, Facts.none());
  }
}
