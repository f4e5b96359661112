package org.honbu.announcements.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.honbu.announcements.internal.AnnouncementWorld.INCIDENT;
import static org.honbu.announcements.internal.AnnouncementWorld.YUMI;

import org.honbu.announcements.Announcement;
import org.honbu.announcements.Announcement.Phase;
import org.honbu.announcements.Audience;
import org.honbu.notifications.Post;
import org.honbu.testkit.process.TasklistUser.Answer;
import org.honbu.testkit.process.Walked;
import org.honbu.workflow.Facts;
import org.junit.jupiter.api.Test;

/** Whom a text is for (DM-5). */
abstract class AudienceStories extends AnnouncingStories {
  AudienceStories(Walked walked) {
    super(walked);
  }

  /** Whichever door it was written through, Tasklist shows whoever approves whom it is for. */
  @Test
  void tasklistShowsWhoApprovesForWhomItIs() {
    world.audience = Audience.INSIDE;
    draftInTasklist("INITIAL", "管理画面が使えません");
    assertThat(engine.humanTasks().open(INCIDENT, APPROVE).orElseThrow().facts().find("shownTo"))
        .contains("社内だけ / Inside the organisation only");

    approveInTasklist("aoi", "SEND_BACK");
    engine.settle();
    world.audience = Audience.USERS;
    ourDoor().draft(INCIDENT, update(Phase.INITIAL, "決済が不安定です"), YUMI);
    assertThat(engine.humanTasks().open(INCIDENT, APPROVE).orElseThrow().facts().find("shownTo"))
        .contains("利用者（ステータスページ） / Users, on the status page");
  }

  /** Severity 3: whoever approves is asked for the status page, and must say. */
  @Test
  void whoApprovesInTasklistSaysWhetherItGoesOnTheStatusPage() {
    world.audience = Audience.SUPPORT;
    world.statusPageIsAsked = true;
    draftInTasklist("INITIAL", "検索が遅くなっています");
    assertThat(engine.humanTasks().open(INCIDENT, APPROVE).orElseThrow().facts().asMap())
        .containsEntry("statusPageAsked", true);

    assertThat(approveInTasklist("aoi", "APPROVE").sentence()).contains("Say whether it goes on");
    assertThat(chooses("NO").done()).isTrue();
    engine.settle();
    assertThat(world.told).extracting(Announcement::audience).containsExactly(Audience.SUPPORT);
    assertThat(world.posted)
        .extracting(Post::channel)
        .contains("#support")
        .doesNotContain("status-page");

    engine.processes().tell("Message_ImpactChanged", INCIDENT, Facts.none());
    draftInTasklist("UPDATE", "検索がさらに遅くなっています");
    engine.tasklist("aoi").claim(APPROVE);
    assertThat(chooses("YES").done()).isTrue();
    engine.settle();
    assertThat(world.told).last().extracting(Announcement::audience).isEqualTo(Audience.USERS);
    assertThat(world.posted).extracting(Post::channel).contains("status-page");
  }

  private Answer chooses(String statusPage) {
    return engine
        .tasklist("aoi")
        .complete(APPROVE, Facts.of("verdict", "APPROVE").and("statusPage", statusPage));
  }
}
