package org.honbu.web.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Objects;
import org.honbu.alerts.Reports;
import org.honbu.announcements.Announcements;
import org.honbu.context.Changes;
import org.honbu.escalation.Escalation;
import org.honbu.incidents.IncidentBoard;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.ReportId;
import org.honbu.notifications.Notifications;
import org.honbu.outbox.Outbox;
import org.honbu.workflow.HumanTasks;
import org.honbu.workflow.StalledSteps;
import org.honbu.workflow.Timers;

/** What a live page shows, boiled down to a number that differs when the page would. */
@ApplicationScoped
public class LiveSubjects {
  private static final int MESSAGES = 100;
  private final IncidentBoard incidents;
  private final HumanTasks tasks;
  private final Notifications notifications;
  private final Escalation escalation;
  private final Announcements announcements;
  private final Reports reports;
  private final StalledSteps stalled;
  private final Timers timers;
  private final Outbox outbox;
  private final LiveRoom room;
  private final Changes changes;
  private final LiveLearning learning;

  @Inject
  @SuppressWarnings("TooManyParameters")
  public LiveSubjects(
      IncidentBoard incidents,
      HumanTasks tasks,
      Notifications notifications,
      Escalation escalation,
      Announcements announcements,
      Reports reports,
      StalledSteps stalled,
      Timers timers,
      Outbox outbox,
      LiveRoom room,
      Changes changes,
      LiveLearning learning) {
    this.incidents = incidents;
    this.tasks = tasks;
    this.notifications = notifications;
    this.escalation = escalation;
    this.announcements = announcements;
    this.reports = reports;
    this.stalled = stalled;
    this.timers = timers;
    this.outbox = outbox;
    this.room = room;
    this.changes = changes;
    this.learning = learning;
  }

  int fingerprint(String path) {
    Page page = Page.at(path).orElse(Page.BOARD);
    return switch (page) {
      case INCIDENT -> page.variable(path).map(IncidentId::new).map(this::ofIncident).orElse(0);
      case POSTMORTEM -> page.variable(path).map(IncidentId::new).map(learning::of).orElse(0);
      case LEARNING -> learning.all();
      case REPORTS -> reports.newest(ReportsPage.NEWEST).hashCode();
      case ONE_REPORT -> page.variable(path).map(ReportId::new).map(reports::view).hashCode();
      case STATUS -> StatusInside.Shown.of(incidents).hashCode();
      case OUTGOING -> notifications.outgoing(MESSAGES).hashCode();
      case STALLED -> Objects.hash(stalled.all(), outbox.stuck());
      default -> incidents.board().hashCode();
    };
  }

  private int ofIncident(IncidentId incident) {
    return Objects.hash(
        incidents.find(incident),
        incidents.timeline(incident).size(),
        tasks.open(incident),
        timers.next(incident),
        escalation.calls(incident),
        announcements.of(incident),
        room.of(incident),
        changes.lastTold(),
        learning.of(incident));
  }
}
