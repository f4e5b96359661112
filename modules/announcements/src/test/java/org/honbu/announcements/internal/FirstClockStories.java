package org.honbu.announcements.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.honbu.announcements.internal.AnnouncementWorld.INCIDENT;

import java.time.Duration;
import java.util.List;
import org.honbu.announcements.Announcement;
import org.honbu.announcements.Announcement.Phase;
import org.honbu.announcements.Audience;
import org.honbu.announcements.MessageWentOut;
import org.honbu.incidents.Impact.DataSecurity;
import org.honbu.incidents.IncidentState;
import org.honbu.testkit.process.Walked;
import org.honbu.workflow.Facts;
import org.junit.jupiter.api.Test;

/** The clock of the first message, and who is owed one. */
abstract class FirstClockStories extends AnnouncingStories {
  FirstClockStories(Walked walked) {
    super(walked);
  }

  /** A26: at the target the announcer hears it, at the breach commander and process owner. */
  @Test
  void aLateFirstAnnouncementIsAskedForAndThenEscalated() {
    draftInTasklist("INITIAL", "決済が不安定です");
    engine.time().passes(Duration.ofMinutes(4));
    assertThat(world.whispers).isEmpty();

    engine.time().passes(Duration.ofMinutes(2));
    assertThat(late("The first announcement should be out")).containsExactly("yumi");
    engine.time().passes(Duration.ofMinutes(5));

    assertThat(late("The first announcement is late")).containsExactly("aoi", "tomoko");
  }

  @Test
  void whoWasToldInTimeHearsOfNoDelay() {
    say("INITIAL", "決済が不安定です");

    engine.time().passes(Duration.ofMinutes(11));

    assertThat(world.notes).isEmpty();
    assertThat(world.whispers).isEmpty();
  }

  /** Nothing was said for twenty minutes: the commander and the owner hear it again and again. */
  @Test
  void theFirstAnnouncementIsPressedForUntilItIsOut() {
    inSteps(21);
    assertThat(late("The first announcement is late"))
        .containsExactly("aoi", "tomoko", "aoi", "tomoko", "aoi", "tomoko");

    say("INITIAL", "決済が不安定です");
    inSteps(6);

    assertThat(late("The first announcement is late")).hasSize(6);
    assertThat(engine.waitsAt(INCIDENT)).doesNotContain("Gateway_FirstBreach");
  }

  /** Nothing rings for what is out, and no page counts down to it. */
  @Test
  void theClockOfTheFirstStopsAsSoonAsItIsOut() {
    assertThat(engine.waitsAt(INCIDENT)).contains("Gateway_FirstTarget");
    say("INITIAL", "決済が不安定です");
    hearsWhatWentOut();
    assertThat(engine.waitsAt(INCIDENT))
        .contains("Activity_AwaitAnotherFirst")
        .doesNotContain("Gateway_FirstTarget");
  }

  @Test
  void theClockOfTheFirstStopsAfterItsTargetToo() {
    inSteps(6);
    assertThat(engine.waitsAt(INCIDENT)).contains("Gateway_FirstBreach");
    say("INITIAL", "決済が不安定です");
    hearsWhatWentOut();
    assertThat(engine.waitsAt(INCIDENT))
        .contains("Activity_AwaitAnotherFirst")
        .doesNotContain("Gateway_FirstBreach");
  }

  /** Users have to know by now, and were not told: their clock runs on. */
  @Test
  void whatWentToOthersStopsNoClockOfUsers() {
    world.audience = Audience.INSIDE;
    say("INITIAL", "管理画面が使えません");
    world.audience = Audience.USERS;
    hearsWhatWentOut();

    assertThat(engine.waitsAt(INCIDENT)).contains("Gateway_FirstTarget");
  }

  /** Graver by now: the first one is due sooner, whichever deadline is waited for. */
  @Test
  void aNewDeadlineOfTheFirstIsFollowedBeforeItsTargetAndAfter() {
    tellsTheDeadline("PT2M");
    inSteps(3);
    assertThat(late("The first announcement should be out")).containsExactly("yumi");

    tellsTheDeadline("PT1M");
    inSteps(1);
    assertThat(late("The first announcement should be out")).containsExactly("yumi", "yumi");
    inSteps(2);
    assertThat(late("The first announcement is late")).contains("aoi", "tomoko");
  }

  @Test
  void nobodyWritesWhenNobodyIsLeftToTell() {
    engine.processes().tell("Message_NobodyToTell", INCIDENT, Facts.none());
    engine.settle();

    assertThat(engine.isOver(INCIDENT)).isTrue();
  }

  /** A loop after the last message: users believe that it is over, so the first one is owed. */
  @Test
  void whatIsBackIsOwedLikeAFirstOneAndIsCalledSo() {
    say("INITIAL", "決済が不安定です");
    engine.processes().tell("Message_ImpactChanged", INCIDENT, Facts.none());
    world.isWatched();
    say("RESOLVED", "復旧しました");
    assertThat(engine.isOver(INCIDENT)).isTrue();

    world.dataIs(DataSecurity.UNKNOWN, IncidentState.INVESTIGATING);
    somebodyIsToBeTold();
    assertThat(world.proposals.of(INCIDENT).get(0).phase()).isEqualTo(Phase.RECURRED);
    inSteps(6);
    assertThat(late("The first announcement should be out")).containsExactly("yumi");

    say("RECURRED", "再び発生しています");
    inSteps(5);

    assertThat(world.told).last().extracting(Announcement::phase).isEqualTo(Phase.RECURRED);
    assertThat(late("The first announcement is late")).isEmpty();
    assertThat(world.proposals.of(INCIDENT).get(0).phase()).isEqualTo(Phase.UPDATE);
  }

  /** It was told inside in time; now users have to know, and a clock of their own runs. */
  @Test
  void usersAreOwedAFirstOneWhateverWasToldInside() {
    world.audience = Audience.INSIDE;
    say("INITIAL", "管理画面が使えません");
    inSteps(11);
    assertThat(late("The first announcement")).as("those inside know").isEmpty();
    assertThat(engine.waitsAt(INCIDENT)).contains("Activity_AwaitAnotherFirst");

    world.audience = Audience.USERS;
    tellsTheDeadline("PT5M");
    inSteps(6);
    assertThat(late("The first announcement should be out")).containsExactly("yumi");
    inSteps(5);
    assertThat(late("The first announcement is late")).containsExactly("aoi", "tomoko");

    engine.processes().tell("Message_ImpactChanged", INCIDENT, Facts.none());
    say("INITIAL", "決済が不安定です");
    int heard = late("The first announcement is late").size();
    inSteps(6);
    assertThat(late("The first announcement is late")).hasSize(heard);
  }

  /**
   * It became public while the text for inside was on its way: users do not wait for the rhythm.
   */
  @Test
  void aTextForUsersIsAskedForAtOnceWhenTheLastOneDidNotReachThem() {
    world.audience = Audience.INSIDE;
    draftInTasklist("INITIAL", "管理画面が使えません");
    approveInTasklist("aoi", "APPROVE");
    world.audience = Audience.USERS;
    engine.settle();

    engine.time().passes(Duration.ofSeconds(2));

    assertThat(engine.waitsAt(INCIDENT)).contains(DRAFT);
  }

  private void hearsWhatWentOut() {
    var handler = new StopsTheFirstClock(world.toldSoFar, engine.processes());
    List<MessageWentOut> out =
        world.facts.stream()
            .filter(MessageWentOut.class::isInstance)
            .map(MessageWentOut.class::cast)
            .toList();
    assertThat(out).isNotEmpty();
    out.forEach(handler::on);
    engine.settle();
  }

  private void tellsTheDeadline(String first) {
    engine
        .processes()
        .tell(
            "Message_FirstDeadlineChanged",
            INCIDENT,
            Facts.of("firstWithin", first)
                .and("breachWithin", Duration.parse(first).multipliedBy(2))
                .and("remindWithin", "PT5M"));
    engine.settle();
  }
}
