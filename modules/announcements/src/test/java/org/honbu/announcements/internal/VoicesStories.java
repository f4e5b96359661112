package org.honbu.announcements.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.honbu.announcements.internal.AnnouncementWorld.DANIEL;
import static org.honbu.announcements.internal.AnnouncementWorld.INCIDENT;
import static org.honbu.announcements.internal.AnnouncementWorld.YUMI;

import java.util.List;
import org.honbu.announcements.UserFeedback;
import org.honbu.incidents.Outcome;
import org.honbu.testkit.process.TasklistUser.Answer;
import org.honbu.testkit.process.Walked;
import org.honbu.workflow.Facts;
import org.honbu.workflow.HumanTask;
import org.junit.jupiter.api.Test;

/** What users say, counted by customer support (FM-2b). */
abstract class VoicesStories extends AnnouncingStories {
  private static final String COUNT = "Activity_CountUsersVoices";

  VoicesStories(Walked walked) {
    super(walked);
  }

  @Test
  void supportIsAskedForCountsEveryFifteenMinutesAndAnswersInTasklist() {
    inSteps(14);
    assertThat(engine.waitsAt(INCIDENT)).doesNotContain(COUNT);
    inSteps(1);
    assertThat(engine.waitsAt(INCIDENT)).contains(COUNT);
    assertThat(asked()).hasSize(1).allMatch(line -> line.contains("Please count"));

    assertThat(engine.tasklist("daniel").claim(COUNT).done()).isFalse();
    assertThat(engine.tasklist("haruka").claim(COUNT).done()).isTrue();
    Answer impossible = counts(Facts.of("newReports", 3).and("distinctCustomers", 4));
    assertThat(impossible.sentence()).contains("distinctCustomers", "0", "3");
    assertThat(counts(Facts.of("distinctCustomers", 0)).sentence()).contains("newReports");
    Answer counted =
        counts(Facts.of("newReports", 7).and("distinctCustomers", 5).and("sampleQuotes", "払えない"));
    assertThat(counted.done()).as(counted.toString()).isTrue();
    engine.settle();

    assertThat(engine.waitsAt(INCIDENT)).doesNotContain(COUNT);
    assertThat(world.feedback.heard(INCIDENT))
        .extracting(UserFeedback.Heard::voices)
        .containsExactly(new UserFeedback.Voices(7, 5, "払えない", ""));
    inSteps(15);
    assertThat(engine.waitsAt(INCIDENT)).as("and again").contains(COUNT);
  }

  /** Nobody answers: the one question stays and is said again. */
  @Test
  void aCountThatNobodyGivesIsAskedForOnce() {
    inSteps(15);
    HumanTask first = engine.humanTasks().open(INCIDENT, COUNT).orElseThrow();
    inSteps(30);

    assertThat(engine.humanTasks().open(INCIDENT))
        .filteredOn(task -> task.step().equals(COUNT))
        .extracting(HumanTask::id)
        .containsExactly(first.id());
    assertThat(asked()).hasSize(3).filteredOn(line -> line.contains("We still wait")).hasSize(2);
  }

  /** Through our own door, asked or not. */
  @Test
  void whatIsSaidOnOurPageAnswersTheOpenQuestion() {
    var door = new RecordedFeedback(world.feedback, engine.humanTasks());
    door.hear(INCIDENT, new UserFeedback.Voices(1, 1, "", ""), YUMI);
    assertThat(door.askedSince(INCIDENT)).isEmpty();
    inSteps(15);
    assertThat(door.askedSince(INCIDENT)).isPresent();

    assertThat(door.hear(INCIDENT, new UserFeedback.Voices(2, 2, "", ""), DANIEL))
        .as("nobody else answers")
        .isInstanceOf(Outcome.NotAllowed.class);
    assertThat(engine.waitsAt(INCIDENT)).contains(COUNT);
    door.hear(INCIDENT, new UserFeedback.Voices(2, 2, "", ""), YUMI);

    assertThat(door.askedSince(INCIDENT)).isEmpty();
    assertThat(door.customersSince(INCIDENT, clock.instant())).isEqualTo(2);
    assertThat(door.heard(INCIDENT)).hasSize(2);
  }

  @Test
  void nobodyIsAskedWhatUsersSayWhoNoticeNothing() {
    inSteps(15);
    assertThat(engine.waitsAt(INCIDENT)).contains(COUNT);
    world.usersMayNotice = false;
    inSteps(15);
    assertThat(engine.waitsAt(INCIDENT)).as("the question is taken back").doesNotContain(COUNT);
    inSteps(15);

    assertThat(engine.waitsAt(INCIDENT)).doesNotContain(COUNT);
    assertThat(asked()).hasSize(1);
    assertThat(world.feedback.heard(INCIDENT)).isEmpty();
  }

  @Test
  void theEndOfAnnouncingEndsTheQuestion() {
    inSteps(15);
    say("INITIAL", "決済が不安定です");
    engine.processes().tell("Message_ImpactChanged", INCIDENT, Facts.none());
    world.isWatched();
    say("RESOLVED", "復旧しました");

    assertThat(engine.isOver(INCIDENT)).isTrue();
  }

  private Answer counts(Facts answers) {
    return engine.tasklist("haruka").complete(COUNT, answers);
  }

  private List<String> asked() {
    return world.posted.stream()
        .filter(post -> post.channel().equals("#support"))
        .map(post -> post.text().en())
        .toList();
  }
}
