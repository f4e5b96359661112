package org.honbu.announcements.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.honbu.announcements.Announcement;
import org.honbu.announcements.Announcement.State;
import org.honbu.incidents.ProcessRebuilt;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.Words;
import org.honbu.notifications.PostFailing;
import org.honbu.outbox.FactHandler;
import org.honbu.workflow.Facts;
import org.honbu.workflow.HumanTasks;
import org.honbu.workflow.Processes;
import org.honbu.workflow.TaskHandler;

/** What happens when a message does not reach the page on which users read it (A31). */
final class ByHand {
  private static final String PROCESS = "PublishByHand";

  private ByHand() {}

  /**
   * Asks for it to be entered by hand, wherever those read it for whom it is. The process is its
   * own, because the last message ends the loop, and users must hear that one, too; and each
   * message has one, because where one does not get out, the next hardly does.
   */
  @ApplicationScoped
  static class PublishesByHandInstead implements FactHandler<PostFailing> {
    private static final Words FAILED =
        new Words(
            "お知らせ（{0} 通目）を 3 回公開できませんでした。公開先（{1}）に手で入れてください",
            "Announcement {0} could not be published in three tries. Enter it at {1} by hand");

    private final AnnouncementDesk desk;
    private final LoopHandlers.RoomVoice room;
    private final Offer offer;

    @Inject
    PublishesByHandInstead(AnnouncementDesk desk, LoopHandlers.RoomVoice room, Offer offer) {
      this.desk = desk;
      this.room = room;
      this.offer = offer;
    }

    @Override
    public String name() {
      return "announcements.publishes-by-hand-instead";
    }

    @Override
    public Class<PostFailing> fact() {
      return PostFailing.class;
    }

    @Override
    public void on(PostFailing failing) {
      if (failing.kind() == Kind.REAL && failing.key().startsWith(AnnouncementDesk.KEY)) {
        message(failing)
            .filter(message -> place(message).equals(failing.channel()))
            .ifPresent(this::ask);
      }
    }

    private void ask(Announcement message) {
      room.say(
          message.incident(),
          "not-out-" + message.number(),
          FAILED.with(message.number(), place(message)));
      offer.of(message);
    }

    private static String place(Announcement message) {
      return Publication.place(message.audience());
    }

    private Optional<Announcement> message(PostFailing failing) {
      String number = failing.key().substring(AnnouncementDesk.KEY.length());
      return desk.of(new IncidentId(failing.about())).stream()
          .filter(said -> said.state() == State.PUBLISHED)
          .filter(said -> String.valueOf(said.number()).equals(number))
          .findFirst();
    }
  }

  /** The process was lost: what nobody has entered yet is offered again. */
  @ApplicationScoped
  static class OffersItAgainAfterTheRebuild implements FactHandler<ProcessRebuilt> {
    private final EntersByHand byHand;
    private final Offer offer;

    @Inject
    OffersItAgainAfterTheRebuild(EntersByHand byHand, Offer offer) {
      this.byHand = byHand;
      this.offer = offer;
    }

    @Override
    public String name() {
      return "announcements.offers-to-publish-by-hand-again";
    }

    @Override
    public Class<ProcessRebuilt> fact() {
      return ProcessRebuilt.class;
    }

    /** A drill's text is on a wall of its own, and no hand is needed there. */
    @Override
    public void on(ProcessRebuilt rebuilt) {
      if (rebuilt.kind() == Kind.REAL) {
        byHand.wanted(rebuilt.incident()).forEach(offer::of);
      }
    }
  }

  /** The task to enter one message, once. */
  @ApplicationScoped
  static class Offer {
    private final Processes processes;

    @Inject
    Offer(Processes processes) {
      this.processes = processes;
    }

    void of(Announcement message) {
      Words text = Templates.withItsPromise(message);
      processes.startBeside(
          PROCESS,
          message.incident(),
          "announcement",
          Facts.of("incidentId", message.incident())
              .and("kind", Kind.REAL)
              .and("announcement", message.number())
              .and("bodyJa", text.ja())
              .and("bodyEn", text.en()));
    }
  }

  /** Every ten minutes, until it is done; or until it has left by itself after all. */
  @ApplicationScoped
  static class RemindToPublish implements TaskHandler {
    private final LoopHandlers.RoomVoice room;
    private final EntersByHand byHand;
    private final HumanTasks tasks;
    private final Clock clock;

    @Inject
    RemindToPublish(
        LoopHandlers.RoomVoice room, EntersByHand byHand, HumanTasks tasks, Clock clock) {
      this.room = room;
      this.byHand = byHand;
      this.tasks = tasks;
      this.clock = clock;
    }

    @Override
    public String name() {
      return "remindToPublish";
    }

    @Override
    public Facts perform(Step step) {
      IncidentId incident = new IncidentId(step.subject());
      Optional<Object> number = step.facts().find("announcement");
      if (number.isPresent() && byHand.isOut(incident, step.facts().number("announcement"))) {
        nobodyNeedsTo(incident, number.get());
        return Facts.none();
      }
      room.say(
          incident,
          "not-entered-" + step.runId() + "-" + clock.instant().truncatedTo(ChronoUnit.MINUTES),
          new Words(
              "お知らせがまだ公開先にありません。手で入れてください",
              "An announcement is not where users read it yet. Enter it by hand"));
      return Facts.none();
    }

    private void nobodyNeedsTo(IncidentId incident, Object number) {
      tasks.open(incident).stream()
          .filter(task -> task.step().equals(Steps.ENTER_BY_HAND))
          .filter(task -> task.facts().find("announcement").filter(number::equals).isPresent())
          .findFirst()
          .ifPresent(task -> tasks.complete(task, Facts.none()));
      room.say(
          incident,
          "out-after-all-" + number,
          new Words(
                  "お知らせ（{0} 通目）は自動で公開されました。手で入れる必要はありません",
                  "Announcement {0} went out by itself after all; nobody needs to enter it")
              .with(number));
    }
  }
}
