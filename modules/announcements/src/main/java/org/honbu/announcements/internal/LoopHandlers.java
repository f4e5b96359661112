package org.honbu.announcements.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.honbu.announcements.Announcement;
import org.honbu.announcements.Announcement.State;
import org.honbu.announcements.Announcing.Candidate;
import org.honbu.announcements.Announcing.Fit;
import org.honbu.incidents.Announcers;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
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

  /**
   * The text that is owed is not written yet. Of the first announcement, its own clock speaks,
   * which loops of an older set do not have.
   */
  @ApplicationScoped
  static class ReportLateAnnouncement implements TaskHandler {
    private static final Words LATE = new Words("お知らせの時刻を過ぎています", "The announcement is overdue");

    private final Nudge nudge;
    private final Told told;
    private final HumanTasks tasks;

    @Inject
    ReportLateAnnouncement(Nudge nudge, Told told, HumanTasks tasks) {
      this.nudge = nudge;
      this.told = told;
      this.tasks = tasks;
    }

    @Override
    public String name() {
      return "reportLateAnnouncement";
    }

    @Override
    public Facts perform(Step step) {
      IncidentId incident = new IncidentId(step.subject());
      boolean isText = step.elementId().equals(Steps.REPORT_LATE);
      Optional<HumanTask> waiting = tasks.open(incident, isText ? Steps.DRAFT : Steps.BY_HAND);
      if (waiting.isPresent() && !(isText && isSaidElsewhere(incident, step.facts()))) {
        int count = nudge.count(waiting.get().since(), Nudge.rhythm(step.facts()));
        nudge.writers(incident, "announcement-late-" + waiting.get().id(), count, LATE);
      }
      return Facts.none();
    }

    private boolean isSaidElsewhere(IncidentId incident, Facts facts) {
      return told.owesTheFirst(incident)
          ? facts.find("breachWithin").isPresent()
          : facts.find("promiseWithin").isPresent() && told.hasBrokenAPromise(incident);
    }
  }

  /** Announcing begins: support on shift hears that it is theirs unless somebody says otherwise. */
  @ApplicationScoped
  static class AskSupportOnShift implements TaskHandler {
    private static final Words DEFAULT =
        new Words(
            "サポートの当番なので、アナウンスをお願いします。「アナウンスする」を引き受けてください",
            "You are customer support on shift: please announce. Take the task “Announce”");

    private final Whisper whisper;
    private final Duties duties;
    private final AnnouncerCandidates candidates;

    @Inject
    AskSupportOnShift(Whisper whisper, Duties duties, AnnouncerCandidates candidates) {
      this.whisper = whisper;
      this.duties = duties;
      this.candidates = candidates;
    }

    @Override
    public String name() {
      return "askSupportOnShift";
    }

    @Override
    public Facts perform(Step step) {
      IncidentId incident = new IncidentId(step.subject());
      if (duties.now(incident).announcer().isEmpty()) {
        List<PersonId> onShift =
            candidates.of(incident).stream()
                .filter(candidate -> candidate.fit() == Fit.ON_SHIFT)
                .map(Candidate::person)
                .toList();
        whisper.to(onShift, incident, "support-on-shift-" + step.runId(), DEFAULT);
      }
      return Facts.none();
    }
  }

  /**
   * Nobody announces after three minutes: the room hears it, and the commander who could. Where
   * nobody else could, it is the commander's from now on (RO-F).
   */
  @ApplicationScoped
  static class AskForAnnouncer implements TaskHandler {
    private static final Words WANTED =
        new Words(
            "アナウンス担当がまだいません。「アナウンスする」を引き受けてください", "Nobody announces yet. Take the task “Announce”");
    private static final Words CHOOSE =
        new Words(
            "アナウンス担当がまだいません。誰かに任せてください：{0}",
            "Nobody announces yet. Give it to somebody by name: {0}");
    private static final Words YOURS =
        new Words(
            "アナウンスできる人がほかにいないので、あなたが兼ねます。文章を書いてください。承認するのは副コマンダーです。いなければ決めてください",
            "Nobody else can announce, so it falls to you. Write the text; the deputy approves it."
                + " Appoint one if there is none");
    private static final int ENOUGH = 5;

    private final RoomVoice room;
    private final Whisper whisper;
    private final Duties duties;
    private final Crew crew;
    private final Announcers announcers;
    private final AnnouncerCandidates candidates;

    @Inject
    AskForAnnouncer(
        RoomVoice room,
        Whisper whisper,
        Duties duties,
        Crew crew,
        Announcers announcers,
        AnnouncerCandidates candidates) {
      this.room = room;
      this.whisper = whisper;
      this.duties = duties;
      this.crew = crew;
      this.announcers = announcers;
      this.candidates = candidates;
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
        List<PersonId> commander = now.commander().stream().toList();
        if (announcers.fallsToTheCommander(incident)) {
          whisper.to(commander, incident, key, YOURS);
        } else {
          room.say(incident, key, WANTED);
          whisper.to(commander, incident, key, CHOOSE.with(whoCould(incident)));
        }
      }
      return Facts.none();
    }

    /** The default stands first. */
    private Words whoCould(IncidentId incident) {
      List<Words> names =
          candidates.of(incident).stream()
              .limit(ENOUGH)
              .map(candidate -> crew.name(candidate.person()))
              .toList();
      return new Words(
          names.stream().map(Words::ja).collect(Collectors.joining("、")),
          names.stream().map(Words::en).collect(Collectors.joining(", ")));
    }
  }

  /** After three minutes the room hears it, and the deputy in private: they may approve, too. */
  @ApplicationScoped
  static class AskDeputyToApprove implements TaskHandler {
    private static final Words SLOW =
        new Words(
            "お知らせが 3 分、承認を待っています。副コマンダーも承認できます",
            "An announcement has waited three minutes for approval. The deputy may approve it,"
                + " too");

    private static final Words NO_DEPUTY =
        new Words(
            "自分で書いた文章は承認できません。副コマンダーを決めると、その人が承認できます",
            "You cannot approve your own text. Appoint a deputy, who can");

    private final RoomVoice room;
    private final Whisper whisper;
    private final Duties duties;
    private final AnnouncementDesk desk;

    @Inject
    AskDeputyToApprove(RoomVoice room, Whisper whisper, Duties duties, AnnouncementDesk desk) {
      this.room = room;
      this.whisper = whisper;
      this.duties = duties;
      this.desk = desk;
    }

    @Override
    public String name() {
      return "askDeputyToApprove";
    }

    @Override
    public Facts perform(Step step) {
      IncidentId incident = new IncidentId(step.subject());
      desk.pending(incident).ifPresent(waiting -> ask(incident, waiting));
      return Facts.none();
    }

    private void ask(IncidentId incident, Announcement waiting) {
      String key = "approval-slow-" + waiting.number();
      room.say(incident, key, SLOW);
      Duties.Situation now = duties.now(incident);
      List<PersonId> deputy =
          now.deputy().filter(one -> !one.equals(waiting.author())).stream().toList();
      whisper.to(deputy, incident, key, SLOW);
      if (deputy.isEmpty()) {
        List<PersonId> author = now.commander().filter(waiting.author()::equals).stream().toList();
        whisper.to(author, incident, key, NO_DEPUTY);
      }
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

  /** Every five minutes while a text still waits: whoever may approve, then process owners too. */
  @ApplicationScoped
  static class EscalateApproval implements TaskHandler {
    private static final Duration EACH = Duration.ofMinutes(5);

    private final Nudge nudge;
    private final AnnouncementDesk desk;
    private final HumanTasks tasks;

    @Inject
    EscalateApproval(Nudge nudge, AnnouncementDesk desk, HumanTasks tasks) {
      this.nudge = nudge;
      this.desk = desk;
      this.tasks = tasks;
    }

    @Override
    public String name() {
      return "escalateApproval";
    }

    @Override
    public Facts perform(Step step) {
      IncidentId incident = new IncidentId(step.subject());
      Optional<HumanTask> waiting = tasks.open(incident, Steps.APPROVE);
      Optional<Announcement> text =
          desk.pending(incident).filter(draft -> draft.state() == State.DRAFT);
      if (waiting.isPresent() && text.isPresent()) {
        int count = nudge.count(waiting.get().since(), EACH);
        nudge.approvers(
            incident,
            "approval-late-" + text.get().number(),
            count,
            new Words(
                    "お知らせが {0} 分、承認を待っています。利用者はまだ知りません",
                    "An announcement has waited {0} minutes for approval; users do not know yet")
                .with(count * EACH.toMinutes()));
      }
      return Facts.none();
    }
  }

  @ApplicationScoped
  static class TakeApproval implements TaskHandler {
    private final AnnouncementDesk desk;
    private final DueTimes due;

    @Inject
    TakeApproval(AnnouncementDesk desk, DueTimes due) {
      this.desk = desk;
      this.due = due;
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
      return Facts.of("approved", approved.isPresent())
          .and("last", last)
          .and("promiseWithin", due.until(approved.flatMap(Announcement::next)));
    }
  }

  @ApplicationScoped
  static class PublishAnnouncement implements TaskHandler {
    private final AnnouncementDesk desk;
    private final DueTimes due;
    private final Told told;

    @Inject
    PublishAnnouncement(AnnouncementDesk desk, DueTimes due, Told told) {
      this.desk = desk;
      this.due = due;
      this.told = told;
    }

    @Override
    public String name() {
      return "publishAnnouncement";
    }

    /** As users were told: the approved text may have been replaced on its way here. */
    @Override
    public Facts perform(Step step) {
      IncidentId incident = new IncidentId(step.subject());
      desk.publishApproved(incident);
      return due.untilNext(incident)
          .and("promiseWithin", due.until(told.newest(incident).flatMap(Announcement::next)))
          .and("last", told.isEnded(incident));
    }
  }
}
