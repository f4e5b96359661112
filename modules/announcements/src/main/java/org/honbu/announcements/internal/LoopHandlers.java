package org.honbu.announcements.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.honbu.announcements.Announcement;
import org.honbu.announcements.Announcement.State;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Words;
import org.honbu.notifications.Notifications;
import org.honbu.notifications.Post;
import org.honbu.workflow.Facts;
import org.honbu.workflow.HumanTask;
import org.honbu.workflow.HumanTasks;
import org.honbu.workflow.TaskHandler;

/**
 * What happens inside the automatic steps of {@code AnnouncementLoop}: one small class for each.
 */
final class LoopHandlers {
  private LoopHandlers() {}

  /** Says something in the war room; once for each step and run. */
  @ApplicationScoped
  static class RoomVoice {
    private final Notifications notifications;
    private final Duties duties;

    @Inject
    RoomVoice(Notifications notifications, Duties duties) {
      this.notifications = notifications;
      this.duties = duties;
    }

    void say(IncidentId incident, String key, Words words) {
      Duties.Situation now = duties.now(incident);
      String room =
          switch (now.kind()) {
            case REAL -> "#war_room";
            case DRILL -> "#drill-war-room";
          };
      notifications.post(new Post(now.kind(), incident, now.severity(), room, key, words));
      duties.note(incident, "ANNOUNCEMENT_REMINDER", words);
    }
  }

  @ApplicationScoped
  static class ReportLateAnnouncement implements TaskHandler {
    private final RoomVoice room;

    @Inject
    ReportLateAnnouncement(RoomVoice room) {
      this.room = room;
    }

    @Override
    public String name() {
      return "reportLateAnnouncement";
    }

    @Override
    public Facts perform(Step step) {
      room.say(
          new IncidentId(step.subject()),
          "announcement-late-" + step.runId() + "-" + step.elementId(),
          new Words("お知らせの時刻を過ぎています", "The announcement is overdue"));
      return Facts.none();
    }
  }

  @ApplicationScoped
  static class AskForAnnouncer implements TaskHandler {
    private final RoomVoice room;
    private final Duties duties;

    @Inject
    AskForAnnouncer(RoomVoice room, Duties duties) {
      this.room = room;
      this.duties = duties;
    }

    @Override
    public String name() {
      return "askForAnnouncer";
    }

    @Override
    public Facts perform(Step step) {
      IncidentId incident = new IncidentId(step.subject());
      if (duties.now(incident).announcer().isEmpty()) {
        room.say(
            incident,
            "announcer-wanted-" + step.runId(),
            new Words(
                "アナウンス担当がまだいません。「アナウンスする」を引き受けてください",
                "Nobody announces yet. Take the task “Announce”"));
      }
      return Facts.none();
    }
  }

  @ApplicationScoped
  static class AskDeputyToApprove implements TaskHandler {
    private final RoomVoice room;
    private final AnnouncementDesk desk;

    @Inject
    AskDeputyToApprove(RoomVoice room, AnnouncementDesk desk) {
      this.room = room;
      this.desk = desk;
    }

    @Override
    public String name() {
      return "askDeputyToApprove";
    }

    @Override
    public Facts perform(Step step) {
      IncidentId incident = new IncidentId(step.subject());
      desk.pending(incident)
          .ifPresent(
              waiting ->
                  room.say(
                      incident,
                      "approval-slow-" + waiting.number(),
                      new Words(
                          "お知らせが 3 分、承認を待っています。副コマンダーも承認できます",
                          "An announcement has waited three minutes for approval."
                              + " The deputy may approve it, too")));
      return Facts.none();
    }
  }

  /** After five minutes without approval the prepared first text goes, and nothing else does. */
  @ApplicationScoped
  static class LetFirstTextGo implements TaskHandler {
    private final AnnouncementDesk desk;
    private final HumanTasks tasks;

    @Inject
    LetFirstTextGo(AnnouncementDesk desk, HumanTasks tasks) {
      this.desk = desk;
      this.tasks = tasks;
    }

    @Override
    public String name() {
      return "letFirstTextGo";
    }

    @Override
    public Facts perform(Step step) {
      IncidentId incident = new IncidentId(step.subject());
      Optional<HumanTask> waiting = tasks.open(incident, Steps.APPROVE);
      if (waiting.isPresent() && desk.releaseFirstText(incident)) {
        tasks.complete(waiting.get(), Facts.none());
      }
      return Facts.none();
    }
  }

  @ApplicationScoped
  static class TakeApproval implements TaskHandler {
    private final AnnouncementDesk desk;

    @Inject
    TakeApproval(AnnouncementDesk desk) {
      this.desk = desk;
    }

    @Override
    public String name() {
      return "takeApproval";
    }

    @Override
    public Facts perform(Step step) {
      Optional<Announcement> approved =
          desk.pending(new IncidentId(step.subject()))
              .filter(waiting -> waiting.state() == State.APPROVED);
      boolean last = approved.filter(text -> text.phase().closes()).isPresent();
      return Facts.of("approved", approved.isPresent()).and("last", last);
    }
  }

  @ApplicationScoped
  static class PublishAnnouncement implements TaskHandler {
    /** A promise that is already due is asked for at once, not in the past. */
    private static final Duration SOONEST = Duration.ofMinutes(1);

    private final AnnouncementDesk desk;
    private final Clock clock;

    @Inject
    PublishAnnouncement(AnnouncementDesk desk, Clock clock) {
      this.desk = desk;
      this.clock = clock;
    }

    @Override
    public String name() {
      return "publishAnnouncement";
    }

    /**
     * The next round starts when users were promised to hear again, so that a promise survives
     * every change of hands.
     */
    @Override
    public Facts perform(Step step) {
      IncidentId incident = new IncidentId(step.subject());
      desk.publishApproved(incident);
      Optional<Announcement> newest =
          desk.of(incident).stream().filter(said -> said.state() == State.PUBLISHED).findFirst();
      return newest
          .flatMap(Announcement::next)
          .map(next -> Duration.between(clock.instant(), next))
          .map(wait -> Facts.of("updateWithin", wait.compareTo(SOONEST) < 0 ? SOONEST : wait))
          .orElse(Facts.none());
    }
  }
}
