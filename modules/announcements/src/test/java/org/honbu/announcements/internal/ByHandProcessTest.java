package org.honbu.announcements.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.honbu.announcements.internal.AnnouncementWorld.AOI;
import static org.honbu.announcements.internal.AnnouncementWorld.INCIDENT;
import static org.honbu.announcements.internal.AnnouncementWorld.NOW;
import static org.honbu.announcements.internal.AnnouncementWorld.YUMI;
import static org.honbu.announcements.internal.AnnouncementWorld.initial;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.honbu.announcements.Announcement;
import org.honbu.announcements.Announcements.Outcome;
import org.honbu.announcements.Audience;
import org.honbu.incidents.ProcessRebuilt;
import org.honbu.kernel.Kind;
import org.honbu.kernel.Words;
import org.honbu.notifications.PostFailing;
import org.honbu.testkit.process.EngineHarness;
import org.honbu.testkit.process.Walked;
import org.honbu.workflow.Facts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What could not be published by itself is entered by hand, and the timeline says so (A31). */
class ByHandProcessTest {
  private static final String ENTER = "Activity_EnterByHand";

  @RegisterExtension static final Walked WALKED = Walked.everyElementOf("PublishByHand");

  private final AnnouncementWorld world = new AnnouncementWorld(Clock.fixed(NOW, ZoneOffset.UTC));
  private final LoopHandlers.RoomVoice room =
      new LoopHandlers.RoomVoice(world.channels, world.situations);
  private final EngineHarness engine =
      EngineHarness.of("PublishByHand.bpmn", "enter-by-hand.form")
          .handler("remindToPublish", step -> remindToPublish().perform(step))
          .rule(
              new AnnouncementTaskRules(
                  world.desk, world.situations, world.byHand, world.approvers, world.shown))
          .watchedBy(WALKED)
          .start();

  private ByHand.RemindToPublish remindToPublish() {
    return new ByHand.RemindToPublish(
        room, world.byHand, engine.humanTasks(), Clock.fixed(NOW, ZoneOffset.UTC));
  }

  @AfterEach
  void stop() {
    engine.close();
  }

  @Test
  void threeFailedTriesMakeATaskThatIsAskedForUntilItIsDone() {
    Announcement told = published();

    fails(Kind.REAL, "status-page", "announcement-" + told.number());
    assertThat(engine.waitsAt(INCIDENT)).containsExactly(ENTER);
    assertThat(world.notes)
        .extracting(Words::en)
        .containsExactly(
            "Announcement 1 could not be published in three tries. Enter it at status-page by hand");
    engine.time().passes(Duration.ofMinutes(11));
    assertThat(world.notes).last().satisfies(line -> assertThat(line.en()).contains("by hand"));
    assertThat(world.notes).hasSize(2);

    engine.tasklist("yumi").claim(ENTER);
    engine
        .tasklist("yumi")
        .complete(ENTER, Facts.of("publishedUrl", "https://status.example.org/1"));
    engine.settle();

    assertThat(engine.isOver(INCIDENT)).isTrue();
    assertThat(world.acts).contains("announcement-by-hand yumi");
  }

  /** By hand first: what waited to be sent is taken back, and the record says who, where, link. */
  @Test
  void whatWasEnteredByHandDoesNotGoOutByItselfAsWell() {
    Announcement told = published();
    world.waiting.add("announcement-" + told.number());
    fails(Kind.REAL, "status-page", "announcement-" + told.number());

    engine.tasklist("yumi").claim(ENTER);
    engine
        .tasklist("yumi")
        .complete(
            ENTER,
            Facts.of("publishedUrl", "https://status.example.org/1")
                .and("publishedWhere", "予備のステータスページ"));
    engine.settle();

    assertThat(world.waiting).isEmpty();
    assertThat(world.desk.of(INCIDENT).get(0).byHand())
        .contains(
            new Announcement.ByHand(
                YUMI, NOW, "予備のステータスページ", Optional.of("https://status.example.org/1")));
  }

  /** Sent first, at the same instant: whoever entered it hears that users may read it twice. */
  @Test
  void whatHadGoneOutByItselfIsSaidToWhoeverEnteredItAsWell() {
    Announcement told = published();
    fails(Kind.REAL, "status-page", "announcement-" + told.number());
    world.left.add("announcement-" + told.number());

    engine.tasklist("yumi").claim(ENTER);
    engine.tasklist("yumi").complete(ENTER, Facts.none());
    engine.settle();

    assertThat(world.notes).last().extracting(Words::en).asString().contains("as well");
    assertThat(world.desk.of(INCIDENT).get(0).byHand())
        .contains(new Announcement.ByHand(YUMI, NOW, "status-page", Optional.empty()));
  }

  @Test
  void nobodyIsAskedAnyMoreOnceItHasGoneOutByItself() {
    Announcement told = published();
    fails(Kind.REAL, "status-page", "announcement-" + told.number());
    world.left.add("announcement-" + told.number());

    engine.time().passes(Duration.ofMinutes(11));

    assertThat(engine.isOver(INCIDENT)).isTrue();
    assertThat(world.notes).last().extracting(Words::en).asString().contains("after all");
  }

  /** The last message may fail as the first did, and users must hear how it ended. */
  @Test
  void eachMessageThatFailsIsAskedForByItself() {
    Announcement first = published();
    Announcement last = published();

    fails(Kind.REAL, "status-page", "announcement-" + first.number());
    fails(Kind.REAL, "status-page", "announcement-" + last.number());
    fails(Kind.REAL, "status-page", "announcement-" + last.number());

    assertThat(engine.humanTasks().open(INCIDENT))
        .extracting(task -> task.facts().number("announcement"))
        .containsExactlyInAnyOrder(first.number(), last.number());
    world.left.add("announcement-" + first.number());
    engine.time().passes(Duration.ofMinutes(11));
    assertThat(engine.humanTasks().open(INCIDENT))
        .extracting(task -> task.facts().number("announcement"))
        .containsExactly(last.number());
  }

  /** Otherwise users would never hear it, and nobody would know. */
  @Test
  void whatWasStillToBeEnteredIsOfferedAgainOnceTheProcessWasLost() {
    Announcement first = published();
    Announcement second = published();
    Announcement third = published();
    Announcement fourth = published();
    List.of(first, second, third).forEach(this::doesNotLeave);
    world.byHand.enter(INCIDENT, Optional.of(first.number()), new EntersByHand.Place("", ""), YUMI);
    world.left.add("announcement-" + second.number());
    engine.forgetsEverything();

    rebuilt(Kind.DRILL);
    assertThat(engine.waitsAt(INCIDENT)).isEmpty();
    rebuilt(Kind.REAL);
    rebuilt(Kind.REAL);

    assertThat(engine.humanTasks().open(INCIDENT))
        .as("neither what is entered, nor what has left, nor message %d", fourth.number())
        .extracting(task -> task.facts().number("announcement"))
        .containsExactly(third.number());
    assertThat(engine.humanTasks().open(INCIDENT).get(0).facts().find("bodyJa"))
        .contains(Templates.withItsPromise(third).ja());
  }

  private void doesNotLeave(Announcement told) {
    world.failing.add("announcement-" + told.number());
    fails(Kind.REAL, "status-page", "announcement-" + told.number());
  }

  private void rebuilt(Kind kind) {
    new ByHand.OffersItAgainAfterTheRebuild(world.byHand, new ByHand.Offer(engine.processes()))
        .on(new ProcessRebuilt(INCIDENT, kind, NOW));
    engine.settle();
  }

  @Test
  void aLinkThatIsNoneIsSaidAndKeepsTheTask() {
    Announcement told = published();
    fails(Kind.REAL, "status-page", "announcement-" + told.number());
    engine.tasklist("yumi").claim(ENTER);

    assertThat(engine.tasklist("yumi").complete(ENTER, Facts.of("publishedUrl", "here")).sentence())
        .contains("begins with https://");
    assertThat(
            engine
                .tasklist("yumi")
                .complete(ENTER, Facts.of("publishedWhere", "x".repeat(101)))
                .sentence())
        .contains("100 characters");

    assertThat(engine.waitsAt(INCIDENT)).containsExactly(ENTER);
  }

  /** What does not reach those inside is asked for as well, and taken back from where it was. */
  @Test
  void whatDoesNotReachThoseInsideIsEnteredThereByHand() {
    world.audience = Audience.INSIDE;
    Announcement told = published();
    String key = "announcement-" + told.number();
    world.waiting.add(key);

    fails(Kind.REAL, "status-page", key);
    assertThat(engine.waitsAt(INCIDENT)).as("it never went there").isEmpty();
    fails(Kind.REAL, "#stakeholders", key);
    assertThat(engine.waitsAt(INCIDENT)).containsExactly(ENTER);
    assertThat(world.notes)
        .extracting(Words::en)
        .anyMatch(line -> line.contains("Enter it at #stakeholders by hand"));

    assertThat(engine.tasklist("yumi").claim(ENTER).done()).isTrue();
    assertThat(engine.tasklist("yumi").complete(ENTER).done()).isTrue();
    assertThat(world.asked).containsExactly("#stakeholders");
    assertThat(world.rows.get(0).view().byHand())
        .map(Announcement.ByHand::where)
        .contains("#stakeholders");
  }

  @Test
  void nothingElseThatFailsIsEnteredByHand() {
    Announcement told = published();

    fails(Kind.DRILL, "status-page", "announcement-" + told.number());
    fails(Kind.REAL, "#war_room", "announcement-" + told.number());
    fails(Kind.REAL, "status-page", "announcement-99");
    fails(Kind.REAL, "status-page", "summary-1");

    assertThat(engine.waitsAt(INCIDENT)).isEmpty();
    assertThat(world.notes).isEmpty();
  }

  private void fails(Kind kind, String channel, String key) {
    new ByHand.PublishesByHandInstead(world.desk, room, new ByHand.Offer(engine.processes()))
        .on(new PostFailing(kind, INCIDENT.value(), channel, key, NOW));
    engine.settle();
  }

  private Announcement published() {
    var draft = (Outcome.Done) world.desk.draft(INCIDENT, initial("決済が不安定です"), YUMI);
    world.desk.approve(
        INCIDENT, draft.announcement().id(), draft.announcement().hash(), Optional.empty(), AOI);
    return world.desk.publishApproved(INCIDENT).orElseThrow();
  }
}
