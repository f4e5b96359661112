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
import org.honbu.announcements.Announcement;
import org.honbu.announcements.Announcements.Outcome;
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
          .handler(new ByHand.RemindToPublish(room, Clock.fixed(NOW, ZoneOffset.UTC)))
          .rule(new AnnouncementTaskRules(world.desk, world.situations, world.approvers))
          .watchedBy(WALKED)
          .start();

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
        .containsExactly("Announcement 1 could not be published in three tries. Enter it by hand");
    engine.time().passes(Duration.ofMinutes(11));
    assertThat(world.notes).last().satisfies(line -> assertThat(line.en()).contains("by hand"));
    assertThat(world.notes).hasSize(2);

    engine.tasklist("yumi").claim(ENTER);
    engine.tasklist("yumi").complete(ENTER, Facts.of("publishedUrl", "status.example.org"));
    engine.settle();

    assertThat(engine.isOver(INCIDENT)).isTrue();
    assertThat(world.acts).contains("announcement-by-hand yumi");
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
    new ByHand.PublishesByHandInstead(world.desk, room, engine.processes())
        .on(new PostFailing(kind, INCIDENT.value(), channel, key, NOW));
    engine.settle();
  }

  private Announcement published() {
    var draft = (Outcome.Done) world.desk.draft(INCIDENT, initial("決済が不安定です"), YUMI);
    world.desk.approve(INCIDENT, draft.announcement().id(), draft.announcement().hash(), AOI);
    return world.desk.publishApproved(INCIDENT).orElseThrow();
  }
}
