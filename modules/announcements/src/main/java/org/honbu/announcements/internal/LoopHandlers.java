package org.honbu.announcements.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.honbu.announcements.Announcement;
import org.honbu.announcements.Announcement.State;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.honbu.notifications.Notifications;
import org.honbu.notifications.Post;
import org.honbu.people.Role;
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

  /** Of the first announcement, its own clock speaks, which loops of an older set do not have. */
  @ApplicationScoped
  static class ReportLateAnnouncement implements TaskHandler {
    private final RoomVoice room;
    private final AnnouncementDesk desk;

    @Inject
    ReportLateAnnouncement(RoomVoice room, AnnouncementDesk desk) {
      this.room = room;
      this.desk = desk;
    }

    @Override
    public String name() {
      return "reportLateAnnouncement";
    }

    @Override
    public Facts perform(Step step) {
      IncidentId incident = new IncidentId(step.subject());
      long told =
          desk.of(incident).stream().filter(said -> said.state() == State.PUBLISHED).count();
      boolean ownClock = step.facts().find("breachWithin").isPresent();
      if (told > 0 || !ownClock || !step.elementId().equals(Steps.REPORT_LATE)) {
        room.say(
            incident,
            "announcement-late-" + step.runId() + "-" + step.elementId() + "-" + told,
            new Words("お知らせの時刻を過ぎています", "The announcement is overdue"));
      }
      return Facts.none();
    }
  }

  /** Nobody announces after three minutes: the room hears it, and the commander who could. */
  @ApplicationScoped
  static class AskForAnnouncer implements TaskHandler {
    private static final Words WANTED =
        new Words(
            "アナウンス担当がまだいません。「アナウンスする」を引き受けてください", "Nobody announces yet. Take the task “Announce”");
    private static final Words CHOOSE =
        new Words(
            "アナウンス担当がまだいません。誰かに任せてください：{0}",
            "Nobody announces yet. Give it to somebody by name: {0}");
    private static final int ENOUGH = 5;

    private final RoomVoice room;
    private final Whisper whisper;
    private final Duties duties;
    private final Crew crew;

    @Inject
    AskForAnnouncer(RoomVoice room, Whisper whisper, Duties duties, Crew crew) {
      this.room = room;
      this.whisper = whisper;
      this.duties = duties;
      this.crew = crew;
    }

    @Override
    public String name() {
      return "askForAnnouncer";
    }

    @Override
    public Facts perform(Step step) {
      IncidentId incident = new IncidentId(step.subject());
      Duties.Situation now = duties.now(incident);
      if (now.announcer().isEmpty()) {
        String key = "announcer-wanted-" + step.runId();
        room.say(incident, key, WANTED);
        List<PersonId> commander = now.commander().stream().toList();
        whisper.to(commander, incident, key, CHOOSE.with(whoCould(now)));
      }
      return Facts.none();
    }

    private Words whoCould(Duties.Situation now) {
      List<Words> names =
          crew.withRole(Role.ANNOUNCER).stream()
              .filter(person -> now.commander().filter(person::equals).isEmpty())
              .limit(ENOUGH)
              .map(crew::name)
              .toList();
      return new Words(
          names.stream().map(Words::ja).collect(Collectors.joining("、")),
          names.stream().map(Words::en).collect(Collectors.joining(", ")));
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
    private final AnnouncementDesk desk;
    private final DueTimes due;

    @Inject
    PublishAnnouncement(AnnouncementDesk desk, DueTimes due) {
      this.desk = desk;
      this.due = due;
    }

    @Override
    public String name() {
      return "publishAnnouncement";
    }

    @Override
    public Facts perform(Step step) {
      IncidentId incident = new IncidentId(step.subject());
      desk.publishApproved(incident);
      return due.untilNext(incident).and("last", isOver(incident));
    }

    /** As users were told: the approved text may have been replaced on its way here. */
    private boolean isOver(IncidentId incident) {
      return desk.of(incident).stream()
          .filter(said -> said.state() == State.PUBLISHED)
          .findFirst()
          .filter(newest -> newest.phase().closes())
          .isPresent();
    }
  }
}
