package org.honbu.announcements.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.honbu.announcements.internal.AnnouncementWorld.AOI;
import static org.honbu.announcements.internal.AnnouncementWorld.INCIDENT;

import java.time.Duration;
import org.honbu.incidents.Impact.Users;
import org.honbu.incidents.IncidentTriaged;
import org.honbu.kernel.Kind;
import org.honbu.kernel.Words;
import org.honbu.testkit.process.Walked;
import org.honbu.workflow.Facts;
import org.junit.jupiter.api.Test;

/** The clocks: of each text, of each promise, and of the rhythm. */
abstract class ClockStories extends AnnouncingStories {
  ClockStories(Walked walked) {
    super(walked);
  }

  @Test
  void aLateUpdateIsSaidInTheRoom() {
    say("INITIAL", "決済が不安定です");
    engine.time().passes(Duration.ofMinutes(21));

    engine.time().passes(Duration.ofMinutes(6));

    assertThat(world.notes)
        .extracting(Words::en)
        .anyMatch(line -> line.startsWith("Users were promised news by"));
  }

  /**
   * Due before the promise, since it is graver by now; once that is broken its own clock speaks.
   */
  @Test
  void aLateUpdateIsAskedForAgainAndOfMorePeopleEachTime() {
    world.severity = 2;
    draftPromising(Duration.ofMinutes(30));
    approveInTasklist("aoi", "APPROVE");
    engine.settle();
    world.severity = 1;
    engine.processes().tell("Message_CadenceChanged", INCIDENT, Facts.none());
    engine.settle();
    inSteps(16);
    assertThat(engine.waitsAt(INCIDENT)).as("asked for before it is due").contains(DRAFT);

    inSteps(5);
    assertThat(late("The announcement is overdue")).containsExactly("yumi");
    inSteps(5);
    assertThat(late("The announcement is overdue")).containsExactly("yumi", "yumi", "aoi");
    inSteps(6);
    assertThat(late("The announcement is overdue")).hasSize(3);
    assertThat(late("Users were promised news by")).containsExactly("yumi");
  }

  /** What users were promised in public and did not get is on the timeline, once. */
  @Test
  void aPromiseThatIsBrokenIsWrittenDownAndToldUntilItIsKept() {
    say("INITIAL", "決済が不安定です");
    inSteps(19);
    assertThat(world.types).doesNotContain("announcement-promise-broken");

    inSteps(2);
    assertThat(world.types).containsOnlyOnce("announcement-promise-broken");
    assertThat(late("Users were promised news by")).containsExactly("yumi");
    inSteps(10);
    assertThat(world.types).containsOnlyOnce("announcement-promise-broken");
    assertThat(late("Users were promised news by"))
        .containsExactly("yumi", "yumi", "aoi", "yumi", "aoi", "tomoko");

    say("UPDATE", "続報");
    int heard = world.whispers.size();
    inSteps(9);
    assertThat(world.whispers).as("it is kept now").hasSize(heard);
  }

  @Test
  void aPromiseThatIsKeptIsNotSpokenOf() {
    say("INITIAL", "決済が不安定です");
    inSteps(16);
    say("UPDATE", "続報");

    inSteps(10);

    assertThat(world.types).doesNotContain("announcement-promise-broken");
    assertThat(world.whispers).isEmpty();
  }

  @Test
  void anApprovalIsPressedForUntilItIsGiven() {
    say("INITIAL", "決済が不安定です");
    engine.processes().tell("Message_ImpactChanged", INCIDENT, Facts.none());
    draftInTasklist("UPDATE", "検索も遅くなっています");
    inSteps(6);
    assertThat(late("An announcement has waited")).containsExactly("aoi");

    inSteps(5);
    assertThat(late("An announcement has waited")).containsExactly("aoi", "aoi", "tomoko");
    approveInTasklist("aoi", "APPROVE");
    engine.settle();
    inSteps(10);

    assertThat(late("An announcement has waited")).hasSize(3);
  }

  /**
   * A33: severity 2 becomes 1, so the next text is due 20 minutes after the last, not 30; it is
   * asked for five minutes before.
   */
  @Test
  void aGraverSeverityMovesTheNextTextForward() {
    world.severity = 2;
    draftPromising(Duration.ofMinutes(30));
    approveInTasklist("aoi", "APPROVE");
    engine.settle();
    engine.time().passes(Duration.ofMinutes(10));

    world.severity = 1;
    engine.processes().tell("Message_CadenceChanged", INCIDENT, Facts.none());
    engine.settle();
    engine.time().passes(Duration.ofMinutes(4));
    assertThat(engine.waitsAt(INCIDENT)).doesNotContain(DRAFT);
    engine.time().passes(Duration.ofMinutes(2));

    assertThat(engine.waitsAt(INCIDENT)).contains(DRAFT);
  }

  /** A promise is kept, whatever becomes of the severity. */
  @Test
  void aMilderSeverityBreaksNoPromise() {
    draftPromising(Duration.ofMinutes(20));
    approveInTasklist("aoi", "APPROVE");
    engine.settle();

    world.severity = 3;
    engine.processes().tell("Message_CadenceChanged", INCIDENT, Facts.none());
    engine.settle();
    engine.time().passes(Duration.ofMinutes(21));

    assertThat(engine.waitsAt(INCIDENT)).contains(DRAFT);
  }

  /** TM35: every half hour at severity 1, and of the announcer only. */
  @Test
  void theAnnouncerIsAskedForTheExecutivesSummary() {
    say("INITIAL", "決済が不安定です");

    engine.time().passes(Duration.ofMinutes(31));
    assertThat(late("Please send")).containsExactly("yumi");
    world.severity = 2;
    engine.time().passes(Duration.ofMinutes(30));

    assertThat(late("Please send")).hasSize(1);
  }

  @Test
  void theSecondMessageFollowsSoonWhereItIsKnownWhoIsAffected() {
    world.affects(Users.MANY);
    say("INITIAL", "決済が不安定です");

    inSteps(3);

    assertThat(engine.waitsAt(INCIDENT)).as("due five minutes after the first").contains(DRAFT);
    assertThat(world.proposals.of(INCIDENT).get(0).text().ja()).contains("対象：一部のお客様");
    say("UPDATE", "カード決済が使えません");
    inSteps(14);
    assertThat(engine.waitsAt(INCIDENT)).as("then in the rhythm").doesNotContain(DRAFT);
  }

  @Test
  void theSecondMessageIsAskedForOnceItBecomesKnownWhoIsAffected() {
    say("INITIAL", "決済が不安定です");
    inSteps(8);
    assertThat(engine.waitsAt(INCIDENT)).as("nobody knows yet").doesNotContain(DRAFT);

    world.affects(Users.SOME);
    new MovesTheDueTime.AfterTheTriage(
            engine.processes(),
            new SecondReaders(
                world.privacy, new PrivacyProcess(engine.processes(), engine.humanTasks())))
        .on(new IncidentTriaged(INCIDENT, Kind.REAL, AOI, clock.instant()));
    engine.settle();
    engine.time().passes(Duration.ofSeconds(2));

    assertThat(engine.waitsAt(INCIDENT)).contains(DRAFT);
  }
}
