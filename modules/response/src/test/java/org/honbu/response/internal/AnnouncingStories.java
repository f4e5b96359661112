package org.honbu.response.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.honbu.response.internal.World.INCIDENT;

import java.util.Optional;
import org.honbu.announcements.UsersHeard;
import org.honbu.incidents.Impact;
import org.honbu.incidents.IncidentMerged;
import org.honbu.incidents.IncidentMoved;
import org.honbu.incidents.IncidentParted;
import org.honbu.incidents.IncidentState;
import org.honbu.incidents.IncidentTriaged;
import org.honbu.incidents.PublicPhase;
import org.honbu.incidents.Reason;
import org.honbu.incidents.Room;
import org.honbu.incidents.Severity;
import org.honbu.incidents.SeverityRated;
import org.honbu.incidents.Source;
import org.honbu.incidents.Visibility;
import org.honbu.kernel.Actor;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.testkit.process.Walked;
import org.honbu.workflow.Facts;
import org.junit.jupiter.api.Test;

/** Who is told, decided again whenever what that depends on changes. */
abstract class AnnouncingStories extends ResponseStories {
  AnnouncingStories(Walked walked) {
    super(walked);
  }

  @Test
  void theRoomGoesOnAfterTheLastAnnouncement() {
    roomOpen();
    complete("Activity_DraftAnnouncement", Facts.none());
    complete("Activity_ApproveAnnouncement", Facts.none());

    assertThat(engine.calls("publishAnnouncement")).hasSize(1);
    assertThat(engine.waitsAt(INCIDENT))
        .contains("Activity_LeadTheIncident", "Activity_AwaitMitigation")
        .doesNotContain("Activity_Announce");
  }

  /** What the triage in the room found is heard, though nobody was to be told before. */
  @Test
  void somebodyIsToldOnceItIsKnownThatCustomersSeeIt() {
    world.visibility = Visibility.INTERNAL;
    workingAsTeam();
    world.escalate(INCIDENT, MISAKI);
    settle();
    assertThat(engine.waitsAt(INCIDENT)).doesNotContain("Activity_Announce");

    world.visibility = Visibility.CUSTOMER_VISIBLE;
    world.severity = Optional.of(Severity.SEV3);
    new ReviewsAnnouncing.AfterTheTriage(review())
        .on(new IncidentTriaged(INCIDENT, Kind.REAL, MISAKI, clock.instant()));
    settle();

    assertThat(engine.waitsAt(INCIDENT))
        .contains("Activity_Announce", "Activity_DraftAnnouncement");
  }

  /** The merged one had told users; the survivor had nobody to tell, and is told of now. */
  @Test
  void usersOfAMergedIncidentHearTheEndFromTheSurvivor() {
    world.visibility = Visibility.INTERNAL;
    workingAsTeam();
    world.escalate(INCIDENT, MISAKI);
    settle();
    var other = new IncidentId("INC-2026-0002");

    world.publicPhase = PublicPhase.INVESTIGATING;
    new ReviewsAnnouncing.AfterAMerge(review())
        .on(new IncidentMerged(other, Kind.REAL, INCIDENT, clock.instant()));
    settle();
    assertThat(engine.waitsAt(INCIDENT)).contains("Activity_Announce");

    world.publicPhase = PublicPhase.NONE;
    new ReviewsAnnouncing.AfterAParting(review())
        .on(new IncidentParted(other, Kind.REAL, INCIDENT, clock.instant(), clock.instant()));
    settle();
    assertThat(engine.waitsAt(INCIDENT)).doesNotContain("Activity_Announce");
  }

  @Test
  void nobodyIsLeftToTellWhenItIsMilderAndNothingWasSaid() {
    roomOpen();
    assertThat(engine.waitsAt(INCIDENT)).contains("Activity_Announce");

    rated(Severity.SEV4);

    assertThat(engine.waitsAt(INCIDENT))
        .contains("Activity_AwaitNeed", "Activity_LeadTheIncident")
        .doesNotContain("Activity_Announce", "Activity_DraftAnnouncement");
    assertThat(outside.posts)
        .anyMatch(post -> post.text().en().contains("Users need not be told any more"));
  }

  /** Whatever the table says by then: who was told something hears how it ended. */
  @Test
  void usersWhoWereToldHearTheEndHoweverMildItIs() {
    roomOpen();
    world.publicPhase = PublicPhase.INVESTIGATING;

    rated(Severity.SEV4);

    assertThat(engine.waitsAt(INCIDENT))
        .contains("Activity_Announce", "Activity_DraftAnnouncement");
  }

  @Test
  void theFirstOneIsDueSoonerWhenItIsGraverAndNeverLater() {
    roomOpen();
    rated(Severity.SEV3);
    passes("PT1M");
    assertThat(engine.calls("remindOfFirst")).isEmpty();

    rated(Severity.SEV1);
    passes("PT5M");

    assertThat(engine.calls("remindOfFirst")).hasSize(1);
  }

  @Test
  void whatIsMilderPutsNoDeadlineOff() {
    roomOpen();
    passes("PT14M");
    rated(Severity.SEV3);

    passes("PT1M");

    assertThat(engine.calls("remindOfFirst")).hasSize(1);
  }

  /** The last message had ended the loop; the harm is back, in the same room. */
  @Test
  void usersWhoWereToldThatItIsOverAreToldThatItIsBack() {
    mitigated();
    world.verify(INCIDENT, ITSUKI);
    settle();
    announced(PublicPhase.RESOLVED);
    assertThat(engine.waitsAt(INCIDENT)).contains("Activity_AwaitNeed");
    rated(Severity.SEV3);
    assertThat(engine.waitsAt(INCIDENT)).as("it is over").contains("Activity_AwaitNeed");

    world.recurred(INCIDENT, "errors again", Actor.person(ITSUKI));
    hearsOfTheRecurrence();

    assertThat(engine.waitsAt(INCIDENT))
        .contains("Activity_Announce", "Activity_DraftAnnouncement");
  }

  /** The loop still waits for the end, and users were told that it is better. */
  @Test
  void usersWhoWereToldThatItIsBetterAreToldThatItIsNot() {
    saysThatItIsOver = false;
    mitigated();
    announced(PublicPhase.MONITORING);
    assertThat(engine.waitsAt(INCIDENT)).doesNotContain("Activity_DraftAnnouncement");

    world.recurred(INCIDENT, "errors again", Actor.person(ITSUKI));
    hearsOfTheRecurrence();

    assertThat(engine.waitsAt(INCIDENT))
        .contains("Activity_Announce", "Activity_DraftAnnouncement");
  }

  /** It is the outbox that tries again, until the room listens. */
  @Test
  void aRoomThatIsStillBeingOpenedIsAskedLater() {
    declared(CRITICAL);
    world.room = Room.OPEN;
    world.state = IncidentState.INVESTIGATING;

    review().ask(INCIDENT);
    assertThat(engine.calls("decideAnnouncements")).as("its first decision comes").isEmpty();
    world.room = Room.CLOSED;
    review().ask(INCIDENT);
    assertThat(engine.calls("decideAnnouncements")).isEmpty();
  }

  /** FM-2b: the tables are asked with what support counts, and so it may become worse (DM-1). */
  @Test
  void whatSupportCountsMakesItWorseOnceItIsManyCustomers() {
    roomOpen();
    world.source = Source.CS;
    world.impact =
        new Impact(
            Impact.Users.FEW,
            Impact.Function.CORE,
            Impact.Condition.DEGRADED,
            Impact.Revenue.NONE,
            Impact.DataSecurity.NONE,
            Impact.Workaround.NONE,
            Impact.Urgency.NONE);
    var again =
        new RatesAgain.AfterACount(
            new RatesAgain(world, Response.judgement(() -> engine, world, clock)));

    world.counts.customers = 4;
    again.on(new UsersHeard(INCIDENT, clock.instant()));
    assertThat(world.rated).extracting(Reason::rule).doesNotContain("CUSTOMERS_TOLD_US_FIRST");
    world.counts.customers = 5;
    again.on(new UsersHeard(INCIDENT, clock.instant()));

    assertThat(world.rated).extracting(Reason::rule).contains("CUSTOMERS_TOLD_US_FIRST");
  }

  /** Told inside in time; once customers see it, a first one is owed to them. */
  @Test
  void aFirstOneIsOwedToUsersWhateverWasToldInside() {
    world.visibility = Visibility.INTERNAL;
    workingAsTeam();
    world.severity = Optional.of(Severity.SEV2);
    world.escalate(INCIDENT, MISAKI);
    settle();
    saysThatItIsOver = false;
    complete("Activity_DraftAnnouncement", Facts.none());
    complete("Activity_ApproveAnnouncement", Facts.none());
    passes("PT29M");
    assertThat(engine.calls("remindOfFirst")).hasSize(1);
    assertThat(engine.waitsAt(INCIDENT)).contains("Activity_AwaitAnotherFirst");

    world.visibility = Visibility.CUSTOMER_VISIBLE;
    new ReviewsAnnouncing.AfterTheTriage(review())
        .on(new IncidentTriaged(INCIDENT, Kind.REAL, MISAKI, clock.instant()));
    settle();
    passes("PT15M");

    assertThat(engine.calls("remindOfFirst")).hasSize(2);
  }

  /** A first one that is out cannot be due sooner: no clock of it begins anew. */
  @Test
  void whatIsGraverStartsNoClockOfAFirstOneThatIsOut() {
    saysThatItIsOver = false;
    roomOpen();
    complete("Activity_DraftAnnouncement", Facts.none());
    complete("Activity_ApproveAnnouncement", Facts.none());
    world.told.owed = false;
    world.tell("Message_FirstIsOut", Facts.none());
    settle();
    assertThat(engine.waitsAt(INCIDENT)).contains("Activity_AwaitAnotherFirst");

    rated(Severity.SEV1);

    assertThat(engine.waitsAt(INCIDENT))
        .contains("Activity_AwaitAnotherFirst")
        .doesNotContain("Gateway_FirstTarget");
  }

  private void rated(Severity to) {
    world.facts.clear();
    world.rate(INCIDENT, to, "we know more", MISAKI);
    var handler = new ReviewsAnnouncing.AfterTheSeverity(review());
    world.facts.stream()
        .filter(SeverityRated.class::isInstance)
        .map(SeverityRated.class::cast)
        .forEach(handler::on);
    settle();
  }

  private void hearsOfTheRecurrence() {
    settle();
    var handler = new ReviewsAnnouncing.AfterARecurrence(review());
    world.facts.stream()
        .filter(IncidentMoved.class::isInstance)
        .map(IncidentMoved.class::cast)
        .filter(moved -> moved.from().compareTo(IncidentState.MITIGATED) >= 0)
        .filter(moved -> moved.to() == IncidentState.INVESTIGATING)
        .forEach(handler::on);
    settle();
  }

  private void announced(PublicPhase told) {
    complete("Activity_DraftAnnouncement", Facts.none());
    world.publicPhase = told;
    complete("Activity_ApproveAnnouncement", Facts.none());
  }

  @Test
  void nobodyIsToldOfWhatNobodySees() {
    world.visibility = Visibility.INTERNAL;
    workingAsTeam();

    world.escalate(INCIDENT, MISAKI);
    settle();

    assertThat(engine.waitsAt(INCIDENT))
        .contains("Activity_LeadTheIncident")
        .doesNotContain("Activity_Announce");
  }
}
