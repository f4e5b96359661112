package org.honbu.announcements.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.honbu.announcements.internal.AnnouncementWorld.AOI;
import static org.honbu.announcements.internal.AnnouncementWorld.INCIDENT;
import static org.honbu.announcements.internal.AnnouncementWorld.SAKURA;
import static org.honbu.announcements.internal.AnnouncementWorld.YUMI;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.honbu.announcements.Announcement;
import org.honbu.announcements.Announcement.Phase;
import org.honbu.kernel.Words;
import org.honbu.testkit.process.TasklistUser.Answer;
import org.honbu.testkit.process.Walked;
import org.honbu.workflow.Facts;
import org.junit.jupiter.api.Test;

/** Who announces, and who approves when somebody is missing (DOMAIN 2.9). */
abstract class CrewStories extends AnnouncingStories {
  CrewStories(Walked walked) {
    super(walked);
  }

  /** T12: nobody announces after three minutes; the commander hears who could. */
  @Test
  void theRoomIsToldOfEveryDelayOnceAndTheCommanderWhoCouldAnnounce() {
    world.announcer = Optional.empty();
    engine.time().passes(Duration.ofMinutes(6));

    assertThat(world.notes)
        .extracting(Words::en)
        .containsExactly(
            "Nobody announces yet. Take the task “Announce”",
            "The first announcement should be out by now, and is not");
    assertThat(world.whispers)
        .containsExactly("aoi: Nobody announces yet. Give it to somebody by name: yumi");
  }

  /** RO-F: the commander writes, and another approves; through Tasklist to the end. */
  @Test
  void whereNobodyElseCouldTheCommanderWritesAndTheDeputyApproves() {
    world.announcer = Optional.empty();
    nobodyElseCould = true;
    engine.time().passes(Duration.ofMinutes(3).plusSeconds(5));

    assertThat(late("Nobody else can announce, so it falls to you")).containsExactly("aoi");
    assertThat(world.notes).extracting(Words::en).noneMatch(line -> line.contains("Take the task"));
    Answer written = draftInTasklist("aoi", "INITIAL", "決済が不安定です");
    assertThat(written.done()).as(written.toString()).isTrue();
    assertThat(engine.tasklist("aoi").claim(APPROVE).sentence())
        .contains("You cannot approve your own text");

    world.deputy = Optional.of(SAKURA);
    assertThat(approveInTasklist("sakura", "APPROVE").done()).isTrue();
    engine.settle();
    assertThat(world.told).extracting(Announcement::author).containsExactly(AOI);
  }

  @Test
  void aCommanderWhoWroteAndHasNoDeputyHearsWhatToDo() {
    world.announcer = Optional.of(AOI);
    ourDoor().draft(INCIDENT, update(Phase.INITIAL, "決済が不安定です"), AOI);

    engine.time().passes(Duration.ofMinutes(3).plusSeconds(5));

    assertThat(late("You cannot approve your own text")).containsExactly("aoi");
  }

  /** TM20: the room may be loud, and it is the deputy who can do something. */
  @Test
  void afterThreeMinutesTheDeputyHearsThatTheyMayApprove() {
    world.deputy = Optional.of(SAKURA);
    draftInTasklist("INITIAL", "決済が不安定です");

    engine.time().passes(Duration.ofMinutes(3).plusSeconds(5));

    assertThat(late("An announcement has waited three minutes")).containsExactly("sakura");
  }

  /** Announcing begins anew with nobody: support on shift hears of it at once. */
  @Test
  void supportOnShiftIsAskedAtOnce() {
    assertThat(late("You are customer support on shift")).as("somebody announces").isEmpty();
    engine.processes().tell("Message_NobodyToTell", INCIDENT, Facts.none());
    engine.settle();
    world.announcer = Optional.empty();
    world.support = List.of(YUMI);
    world.onCall.add(YUMI);

    somebodyIsToBeTold();

    assertThat(late("You are customer support on shift")).containsExactly("yumi");
  }

  @Test
  void theDutyMayEndBeforeTheLoop() {
    engine.tasklist("yumi").claim(ANNOUNCE);

    engine
        .humanTasks()
        .complete(engine.humanTasks().open(INCIDENT, ANNOUNCE).orElseThrow(), Facts.none());
    engine.settle();

    assertThat(engine.waitsAt(INCIDENT))
        .containsExactlyInAnyOrder(DRAFT, "Activity_WatchForTheFirst", "Gateway_FirstTarget");
  }
}
