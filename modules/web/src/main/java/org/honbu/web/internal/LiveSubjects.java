package org.honbu.web.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.honbu.alerts.Reports;
import org.honbu.announcements.Announcements;
import org.honbu.context.Changes;
import org.honbu.escalation.Escalation;
import org.honbu.incidents.CommandSeat;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.IncidentView;
import org.honbu.incidents.Room;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.ReportId;
import org.honbu.notifications.Notifications;
import org.honbu.outbox.Outbox;
import org.honbu.workflow.HumanTask;
import org.honbu.workflow.HumanTasks;
import org.honbu.workflow.StalledSteps;
import org.honbu.workflow.Timers;

/** Looks at what a live page shows, and at whose move it may be there. */
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

  Glance look(String path) {
    Page page = Page.at(path).orElse(Page.BOARD);
    return page == Page.INCIDENT
        ? page.variable(path).map(IncidentId::new).map(this::ofIncident).orElse(Glance.of(0))
        : Glance.of(fingerprint(page, path));
  }

  private int fingerprint(Page page, String path) {
    return switch (page) {
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

  private Glance ofIncident(IncidentId incident) {
    Optional<IncidentView> view = incidents.find(incident);
    List<HumanTask> open = tasks.open(incident);
    LiveRoom.Seen seen = room.of(incident);
    int rest =
        Objects.hash(
            view,
            open,
            timers.next(incident),
            escalation.calls(incident),
            announcements.of(incident),
            seen.rest());
    return new Glance(
        Map.of(
            Aspect.REST, rest,
            Aspect.PEOPLE, seen.people(),
            Aspect.CHANGES, Objects.hashCode(changes.lastTold()),
            Aspect.REVIEW, learning.of(incident)),
        incidents.newest(incident, IncidentPage.TIMELINE),
        acting(view, open, seen),
        view.filter(one -> one.room() == Room.OPEN).isPresent());
  }

  private static Set<PersonId> acting(
      Optional<IncidentView> incident, List<HumanTask> open, LiveRoom.Seen room) {
    Set<PersonId> acting = new HashSet<>(room.acting());
    for (IncidentView view : incident.stream().toList()) {
      view.seat().map(CommandSeat::holder).ifPresent(acting::add);
      view.deputy().ifPresent(acting::add);
      view.announcer().ifPresent(acting::add);
      view.successor().ifPresent(acting::add);
      view.answeredBy().ifPresent(acting::add);
    }
    for (HumanTask task : open) {
      task.assignee().ifPresent(acting::add);
      acting.addAll(task.people());
    }
    return acting;
  }
}
