package org.honbu.response.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Supplier;
import org.honbu.announcements.Announcing;
import org.honbu.announcements.UserFeedback;
import org.honbu.kernel.Subject;
import org.honbu.testkit.process.EngineHarness;
import org.honbu.testkit.process.Strict;
import org.honbu.workflow.Facts;
import org.honbu.workflow.Processes;

/** The real steps of the response, for the engine of a test. */
final class Response {
  /** Topics have stories of their own; here it matters only that the room starts them. */
  private static final Facts A_TOPIC_THAT_HAS_ENDED =
      Facts.of("asked", false).and("led", false).and("leaderless", false);

  /** The commander's loop has tests of its own, in its module; here it is over at once. */
  private static final Facts NO_LOOP = Facts.of("resting", true).and("roomGone", true);

  /** Work has tests of its own, in its module. */
  private static final Facts NOBODY_IS_GIVEN_WORK = Facts.none();

  private Response() {}

  static EngineHarness.Builder in(
      EngineHarness.Builder engine,
      Supplier<EngineHarness> running,
      World world,
      Outside outside,
      Clock clock) {
    var course = new Course(new Later(() -> running.get().processes()), world);
    Judgement judgement = judgement(running, world, clock);
    var voice = new Voice(outside, outside, clock);
    var commanders = new CommandersAtSeverityOne(world, world, outside, voice, clock);
    var whisper = new Whisper(outside, clock);
    var first =
        new FirstSteps(
            world, world, course, judgement, outside, commanders, world, voice, whisper, clock);
    var room = new RoomSteps(world, world, outside, judgement, outside, voice, clock);
    var announcing =
        new AnnouncingSteps(
            world,
            judgement,
            Strict.fake(Announcing.class, world.told),
            new Later(() -> running.get().processes()),
            voice);
    var recovery = new RecoverySteps(world, judgement, voice);
    var speech = new SpeaksOfCommand(world.handovers, outside, voice);
    var handover =
        new HandoverSteps(world, world.handovers, world.handovers, outside, speech, voice);
    var care =
        new CareSteps(
            world, world.care, world.care, outside, judgement, outside, voice, whisper, clock);
    var hands = new HandsOnSteps(world, world.care, world.care, voice, whisper);
    var undo = new UndoSteps(world, world, outside, voice);
    return engine
        .handler(first.rateIncident())
        .handler(first.postAlert())
        .handler(first.routeIncident())
        .handler(first.reportNobodyAnswered())
        .handler(first.noteTheAnswer())
        .handler(first.remindTheTriager())
        .handler(first.judgeProblem())
        .handler(first.checkFalseAlarm())
        .handler(first.closeFalseAlarm())
        .handler(first.closeIncident())
        .handler(first.standDownHandler())
        .handler(room.openRoom())
        .handler(announcing.decideAnnouncements())
        .handler(announcing.followTheNeed())
        .handler(room.callOutTheTime())
        .handler(room.askMoreCommanders())
        .handler(room.callBackstop())
        .handler(room.confirmActingCommander())
        .handler(room.followTheSeverity())
        .handler(room.closeRoom())
        .handler(recovery.remindTheVerifier())
        .handler(recovery.checkMitigation())
        .handler(recovery.remindToResolve())
        .handler(recovery.noteRecurrence())
        .handler(undo.letItStand())
        .handler(undo.callOffRoom())
        .handler(handover.prepareBriefing())
        .handler(handover.letDeputyFinish())
        .handler(handover.askCandidate())
        .handler(handover.takeAnswer())
        .handler(handover.transferCommand())
        .handler(handover.broadcastHandover())
        .handler(handover.nudgeFormerCommander())
        .handler(handover.reportNoSuccessor())
        .handler(care.lookAtCommander())
        .handler(care.askToTakeCommand())
        .handler(care.lookAtDeputy())
        .handler(care.offerTheWork())
        .handler(care.askTiredCommander())
        .handler(care.letTheQuestionGo())
        .handler(care.tellTheOwner())
        .handler(hands.askAboutHands())
        .handler(hands.warnActingCommander())
        .handler("remindOfFirst", step -> Facts.of("lateAfter", "PT10M"))
        .handler("escalateTheFirst", step -> Facts.of("firstTold", true).and("lateAfter", "PT10M"))
        .handler("askForCounts", step -> Facts.of("countsAsked", false))
        .handler("checkPromise", step -> Facts.of("promiseKept", true))
        .handler("followTheAnswer", step -> NOBODY_IS_GIVEN_WORK)
        .handler("lookAtTopic", step -> A_TOPIC_THAT_HAS_ENDED)
        .handler("lookAtTheRound", step -> NO_LOOP)
        .handler("lookAtTheClock", step -> NO_LOOP);
  }

  /** The real tables, once there is an engine. */
  static Judgement judgement(Supplier<EngineHarness> running, World world, Clock clock) {
    return new Judgement(
        (table, inputs) -> running.get().decisions().decide(table, inputs),
        (table, answer) -> running.get().decisionNotes().because(table, answer),
        world,
        world,
        Strict.fake(UserFeedback.class, world.counts),
        clock);
  }

  /** The engine's processes, once there is an engine. */
  private record Later(Supplier<Processes> engine) implements Processes {
    @Override
    public boolean start(String processId, Subject subject, Facts facts) {
      return engine.get().start(processId, subject, facts);
    }

    @Override
    public boolean startBeside(String processId, Subject subject, String apart, Facts facts) {
      return engine.get().startBeside(processId, subject, apart, facts);
    }

    @Override
    public boolean startAt(String processId, Subject subject, List<String> steps, Facts facts) {
      return engine.get().startAt(processId, subject, steps, facts);
    }

    @Override
    public boolean tell(String message, Subject subject, Facts facts) {
      return engine.get().tell(message, subject, facts);
    }

    @Override
    public void stop(Subject subject, String why) {
      engine.get().stop(subject, why);
    }

    @Override
    public List<Progress> progress(Subject subject) {
      return engine.get().progress(subject);
    }

    @Override
    public boolean waits(String processId, String message, Subject subject) {
      return engine.get().waits(processId, message, subject);
    }

    @Override
    public boolean runs(String processId, Subject subject) {
      return engine.get().runs(processId, subject);
    }
  }

  /** The engine's clock, once there is an engine. */
  static Clock clock(Supplier<EngineHarness> running) {
    return new Clock() {
      @Override
      public Instant instant() {
        return running.get().time().instant();
      }

      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }
    };
  }
}
