package org.honbu.web.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Objects;
import org.honbu.alerts.Reports;
import org.honbu.announcements.Announcements;
import org.honbu.escalation.Escalation;
import org.honbu.incidents.IncidentBoard;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.ReportId;
import org.honbu.notifications.Notifications;
import org.honbu.outbox.Outbox;
import org.honbu.warroom.Assignments;
import org.honbu.warroom.HelpBoard;
import org.honbu.warroom.Roster;
import org.honbu.warroom.Summons;
import org.honbu.warroom.Topics;
import org.honbu.warroom.VolunteerCalls;
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
  private final Assignments assignments;
  private final VolunteerCalls calls;
  private final Reports reports;
  private final Roster roster;
  private final Summons summons;
  private final HelpBoard help;
  private final StalledSteps stalled;
  private final Timers timers;
  private final Outbox outbox;
  private final Topics topics;

  @Inject
  @SuppressWarnings("TooManyParameters")
  public LiveSubjects(
      IncidentBoard incidents,
      HumanTasks tasks,
      Notifications notifications,
      Escalation escalation,
      Announcements announcements,
      Assignments assignments,
      VolunteerCalls calls,
      Reports reports,
      Roster roster,
      Summons summons,
      HelpBoard help,
      StalledSteps stalled,
      Timers timers,
      Outbox outbox,
      Topics topics) {
    this.incidents = incidents;
    this.tasks = tasks;
    this.notifications = notifications;
    this.escalation = escalation;
    this.announcements = announcements;
    this.assignments = assignments;
    this.calls = calls;
    this.reports = reports;
    this.roster = roster;
    this.summons = summons;
    this.help = help;
    this.stalled = stalled;
    this.timers = timers;
    this.outbox = outbox;
    this.topics = topics;
  }

  int fingerprint(String path) {
    Page page = Page.at(path).orElse(Page.BOARD);
    return switch (page) {
      case INCIDENT -> page.variable(path).map(IncidentId::new).map(this::ofIncident).orElse(0);
      case REPORTS -> reports.newest(ReportsPage.NEWEST).hashCode();
      case ONE_REPORT -> page.variable(path).map(ReportId::new).map(reports::view).hashCode();
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
        roster.present(incident),
        summons.of(incident),
        help.offers(incident),
        topics.open(incident),
        topics.parked(incident),
        assignments.of(incident),
        calls.open(incident));
  }
}
