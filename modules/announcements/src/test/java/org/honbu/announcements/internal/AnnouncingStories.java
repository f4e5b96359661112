package org.honbu.announcements.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.honbu.announcements.internal.AnnouncementWorld.AOI;
import static org.honbu.announcements.internal.AnnouncementWorld.INCIDENT;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.honbu.announcements.Announcement.Phase;
import org.honbu.announcements.Draft;
import org.honbu.incidents.Announcers;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Words;
import org.honbu.testkit.process.EngineHarness;
import org.honbu.testkit.process.Strict;
import org.honbu.testkit.process.TasklistUser.Answer;
import org.honbu.testkit.process.Walked;
import org.honbu.workflow.BusinessError;
import org.honbu.workflow.Facts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * Telling users as it would happen: the loop in a real engine, the real desk behind both doors, and
 * the words in which its stories are written.
 */
abstract class AnnouncingStories {
  static final String DRAFT = "Activity_DraftAnnouncement";
  static final String APPROVE = "Activity_ApproveAnnouncement";
  static final String ANNOUNCE = "Activity_Announce";

  final EngineClock clock = new EngineClock();
  final AnnouncementWorld world = new AnnouncementWorld(clock);
  boolean statusPageIsDown;
  boolean nobodyElseCould;
  Runnable beforePublishing = () -> {};
  EngineHarness engine;
  private final Walked walked;

  AnnouncingStories(Walked walked) {
    this.walked = walked;
    this.engine = started();
  }

  private EngineHarness started() {
    var room = new LoopHandlers.RoomVoice(world.channels, world.situations);
    var publish = new LoopHandlers.PublishAnnouncement(world.desk, world.due, world.toldSoFar);
    return EngineHarness.of(
            "AnnouncementLoop.bpmn",
            "draft-announcement.form",
            "approve-announcement.form",
            "announce.form",
            "publish-by-hand.form",
            "count-users-voices.form")
        .handler("reportLateAnnouncement", step -> reportLate().perform(step))
        .handler("escalateApproval", step -> escalateApproval().perform(step))
        .handler(new PromiseWatch(world.toldSoFar, world.nudge, world.situations))
        .handler(
            new LoopHandlers.AskForAnnouncer(
                room,
                world.whisper,
                world.situations,
                world.crew,
                Strict.fake(Announcers.class, new Falling()),
                world.candidates))
        .handler(
            new LoopHandlers.AskSupportOnShift(world.whisper, world.situations, world.candidates))
        .handler(
            new ClockHandlers.RemindOfFirst(world.toldSoFar, room, world.whisper, world.situations))
        .handler(
            new ClockHandlers.EscalateTheFirst(
                world.toldSoFar, room, world.whisper, world.situations, world.crew, clock))
        .handler(new ClockHandlers.ResetTheClock(world.due))
        .handler(new ClockHandlers.AskForSummary(world.whisper, world.situations, clock))
        .handler("askForCounts", step -> askForCounts().perform(step))
        .handler(
            new LoopHandlers.AskDeputyToApprove(room, world.whisper, world.situations, world.desk))
        .handler("letFirstTextGo", step -> letFirstTextGo().perform(step))
        .handler(new LoopHandlers.TakeApproval(world.desk, world.due))
        .handler(
            "publishAnnouncement",
            step -> {
              if (statusPageIsDown) {
                throw new BusinessError("Error_PublishFailed", "the status page does not answer");
              }
              beforePublishing.run();
              return publish.perform(step);
            })
        .rule(
            new AnnouncementTaskRules(
                world.desk, world.situations, world.byHand, world.approvers, world.shown))
        .rule(new FeedbackTaskRules(world.feedback, world.situations))
        .watchedBy(walked)
        .start();
  }

  private FeedbackHandlers.AskForCounts askForCounts() {
    return new FeedbackHandlers.AskForCounts(
        new SupportVoice(world.channels, world.situations),
        world.situations,
        engine.humanTasks(),
        clock);
  }

  private LoopHandlers.ReportLateAnnouncement reportLate() {
    return new LoopHandlers.ReportLateAnnouncement(
        world.nudge, world.toldSoFar, engine.humanTasks());
  }

  private LoopHandlers.EscalateApproval escalateApproval() {
    return new LoopHandlers.EscalateApproval(world.nudge, world.desk, engine.humanTasks());
  }

  private LoopHandlers.LetFirstTextGo letFirstTextGo() {
    return new LoopHandlers.LetFirstTextGo(world.desk, engine.humanTasks());
  }

  @BeforeEach
  void somebodyIsToBeTold() {
    clock.follow(engine);
    engine
        .processes()
        .start(
            "AnnouncementLoop",
            INCIDENT,
            Facts.of("severity", 1)
                .and("kind", "REAL")
                .and("firstWithin", "PT5M")
                .and("breachWithin", "PT10M")
                .and("updateWithin", "PT20M")
                .and("remindWithin", "PT5M"));
    engine.settle();
  }

  @AfterEach
  void stop() {
    engine.close();
  }

  TwoDoorAnnouncements ourDoor() {
    return new TwoDoorAnnouncements(
        world.desk,
        world.held,
        world.reading(engine),
        world.proposals,
        world.shown,
        engine.humanTasks(),
        engine.processes());
  }

  void inSteps(int minutes) {
    for (int i = 0; i < minutes; i++) {
      engine.time().passes(Duration.ofMinutes(1));
    }
  }

  List<String> late(String words) {
    return world.whispers.stream()
        .filter(line -> line.contains(": " + words))
        .map(line -> line.substring(0, line.indexOf(':')))
        .toList();
  }

  void say(String kind, String text) {
    assertThat(draftInTasklist(kind, text).done()).isTrue();
    assertThat(approveInTasklist("aoi", "APPROVE").done()).isTrue();
    engine.settle();
  }

  void draftPromising(Duration wait) {
    draftInTasklist("INITIAL", "決済が不安定です", clock.instant().plus(wait));
  }

  Answer draftInTasklist(String kind, String text) {
    return draftInTasklist(kind, text, clock.instant().plus(Duration.ofMinutes(20)));
  }

  Answer draftInTasklist(String kind, String text, Instant next) {
    return draftInTasklist("yumi", kind, text, next);
  }

  Answer draftInTasklist(String who, String kind, String text) {
    return draftInTasklist(who, kind, text, clock.instant().plus(Duration.ofMinutes(20)));
  }

  Answer draftInTasklist(String who, String kind, String text, Instant next) {
    engine.tasklist(who).claim(DRAFT);
    return engine
        .tasklist(who)
        .complete(
            DRAFT,
            Facts.of("announcementKind", kind)
                .and("bodyJa", text)
                .and("nextUpdateAt", next.toString()));
  }

  Answer approveInTasklist(String who, String verdict) {
    engine.tasklist(who).claim(APPROVE);
    return engine.tasklist(who).complete(APPROVE, Facts.of("verdict", verdict));
  }

  /** Whoever decides to whom announcing falls. */
  final class Falling {
    boolean fallsToTheCommander(IncidentId incident) {
      if (nobodyElseCould) {
        world.announcer = world.commander;
        engine
            .humanTasks()
            .open(incident, DRAFT)
            .ifPresent(task -> engine.humanTasks().assign(task, AOI));
      }
      return nobodyElseCould;
    }
  }

  Draft update(Phase phase, String text) {
    return new Draft(
        phase, new Words(text, text), Optional.of(clock.instant().plus(Duration.ofMinutes(20))));
  }
}
