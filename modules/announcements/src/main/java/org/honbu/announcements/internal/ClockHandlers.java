package org.honbu.announcements.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.honbu.people.Role;
import org.honbu.workflow.Facts;
import org.honbu.workflow.TaskHandler;

/** The clocks of {@code AnnouncementLoop}: one small class for each of their steps. */
final class ClockHandlers {
  /** What a diagram may wait for. */
  private static final Duration SHORTEST = Duration.ofSeconds(10);

  private ClockHandlers() {}

  /** The first announcement should be out by now (A26); whoever writes it hears so too. */
  @ApplicationScoped
  static class RemindOfFirst implements TaskHandler {
    private static final Words DUE =
        new Words(
            "第一報の目標の時刻です。まだ公開されていません", "The first announcement should be out by now, and is not");

    private final Told told;
    private final LoopHandlers.RoomVoice room;
    private final Whisper whisper;
    private final Duties duties;

    @Inject
    RemindOfFirst(Told told, LoopHandlers.RoomVoice room, Whisper whisper, Duties duties) {
      this.told = told;
      this.room = room;
      this.whisper = whisper;
      this.duties = duties;
    }

    @Override
    public String name() {
      return "remindOfFirst";
    }

    @Override
    public Facts perform(Step step) {
      IncidentId incident = new IncidentId(step.subject());
      if (told.owesTheFirst(incident)) {
        String key = "first-due-" + step.runId() + "-" + step.facts().text("firstWithin");
        room.say(incident, key, DUE);
        List<PersonId> announcer = duties.now(incident).announcer().stream().toList();
        whisper.to(announcer, incident, key, DUE);
      }
      return Facts.of("lateAfter", fromTargetToBreach(step.facts()));
    }

    private static Duration fromTargetToBreach(Facts facts) {
      Duration rest = facts.duration("breachWithin").minus(facts.duration("firstWithin"));
      return rest.compareTo(SHORTEST) < 0 ? SHORTEST : rest;
    }
  }

  /**
   * {@code ESC_FIRST_ANNOUNCE_OVERDUE}: the commander and the process owners hear it (A26), until
   * it is out.
   */
  @ApplicationScoped
  static class EscalateTheFirst implements TaskHandler {
    private static final Words LATE =
        new Words(
            "第一報が遅れています。利用者はまだ何も知らされていません。アナウンス担当を助けるか、別の人に任せてください",
            "The first announcement is late: users know nothing yet. Help the announcer, or give it"
                + " to somebody else");

    private final Told told;
    private final LoopHandlers.RoomVoice room;
    private final Whisper whisper;
    private final Duties duties;
    private final Crew crew;
    private final Clock clock;

    @Inject
    EscalateTheFirst(
        Told told,
        LoopHandlers.RoomVoice room,
        Whisper whisper,
        Duties duties,
        Crew crew,
        Clock clock) {
      this.told = told;
      this.room = room;
      this.whisper = whisper;
      this.duties = duties;
      this.crew = crew;
      this.clock = clock;
    }

    @Override
    public String name() {
      return "escalateTheFirst";
    }

    @Override
    public Facts perform(Step step) {
      IncidentId incident = new IncidentId(step.subject());
      boolean isOwed = told.owesTheFirst(incident);
      if (isOwed) {
        String key = "first-late-" + step.runId() + "-" + clock.instant().getEpochSecond() / 60;
        room.say(incident, key, LATE);
        List<PersonId> who =
            Stream.concat(
                    duties.now(incident).commander().stream(),
                    crew.withRole(Role.PROCESS_OWNER).stream())
                .toList();
        whisper.to(who, incident, key, LATE);
      }
      return Facts.of("firstTold", !isOwed).and("lateAfter", Nudge.rhythm(step.facts()));
    }
  }

  /** The rhythm has changed while the loop waits: the next time is counted anew (A33). */
  @ApplicationScoped
  static class ResetTheClock implements TaskHandler {
    private final DueTimes due;

    @Inject
    ResetTheClock(DueTimes due) {
      this.due = due;
    }

    @Override
    public String name() {
      return "resetTheClock";
    }

    @Override
    public Facts perform(Step step) {
      return due.untilNext(new IncidentId(step.subject()));
    }
  }

  /** At severity 1 the announcer is asked for the stakeholders' three lines (TM35). */
  @ApplicationScoped
  static class AskForSummary implements TaskHandler {
    private final Whisper whisper;
    private final Duties duties;
    private final Clock clock;

    @Inject
    AskForSummary(Whisper whisper, Duties duties, Clock clock) {
      this.whisper = whisper;
      this.duties = duties;
      this.clock = clock;
    }

    @Override
    public String name() {
      return "askForSummary";
    }

    @Override
    public Facts perform(Step step) {
      IncidentId incident = new IncidentId(step.subject());
      Duties.Situation now = duties.now(incident);
      if (now.severity() == 1) {
        whisper.to(
            now.announcer().stream().toList(),
            incident,
            "summary-wanted-" + clock.instant().truncatedTo(ChronoUnit.MINUTES),
            new Words(
                "経営への要約をお願いします。3 行まで：状態・影響・次の時刻",
                "Please send stakeholders a summary, three lines at most: state, impact, next"
                    + " time"));
      }
      return Facts.none();
    }
  }
}
