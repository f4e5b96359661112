package org.honbu.warroom.internal.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.honbu.warroom.internal.roster.World.AOI;
import static org.honbu.warroom.internal.roster.World.DAIKI;
import static org.honbu.warroom.internal.roster.World.EMMA;
import static org.honbu.warroom.internal.roster.World.INCIDENT;
import static org.honbu.warroom.internal.roster.World.KEN;
import static org.honbu.warroom.internal.roster.World.PAYMENTS;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.honbu.incidents.Duty;
import org.honbu.incidents.DutyKind;
import org.honbu.incidents.IncidentMerged;
import org.honbu.incidents.IncidentParted;
import org.honbu.incidents.Outcome;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.people.Role;
import org.honbu.testkit.process.Walked;
import org.honbu.warroom.HelpTask;
import org.honbu.warroom.RoomPeople;
import org.honbu.warroom.Stance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who comes, how they can help, and what there is to do for whoever comes the first time. */
class RosterTest {
  private static final World WORLD = new World(Walked.everyElementOf());

  @BeforeEach
  void nobodyIsThere() {
    WORLD.begins();
  }

  @AfterAll
  static void stop() {
    WORLD.close();
  }

  @Test
  void nineComeAndNoneOfThemWasCalled() { // T01
    IntStream.rangeClosed(1, 5).forEach(i -> comes("looker" + i, Stance.OBSERVE, ""));
    comes("daiki", Stance.FREE, "");
    comes("ken", Stance.FREE, "databases");
    comes("emma", Stance.FREE, "");
    comes("sho", Stance.HAVE_CONTEXT, "昨夜、鍵を更新しました");

    RoomPeople people = WORLD.roster.people(INCIDENT);

    assertThat(WORLD.roster.present(INCIDENT)).hasSize(9);
    assertThat(people.observing()).hasSize(5);
    assertThat(people.free())
        .extracting(RoomPeople.Helper::person)
        .containsExactly(DAIKI, KEN, EMMA);
    assertThat(people.free().get(1).teams()).containsExactly(PAYMENTS);
    assertThat(people.free().get(1).roles()).contains(Role.RESPONDER);
    assertThat(people.informed().get(0).member().note()).isEqualTo("昨夜、鍵を更新しました");
    assertThat(people.duties())
        .extracting(RoomPeople.Holder::kind)
        .containsExactly(DutyKind.COMMANDER);
    assertThat(people.count()).isEqualTo(10);
    assertThat(WORLD.whispers).isEmpty();
    assertThat(WORLD.posts).isEmpty();
  }

  @Test
  void whoWasInAMergedRoomIsInTheOtherOnceWithWhoeverCommandedIt() { // A36
    var child = new IncidentId("INC-2026-0099");
    WORLD.roster.join(child, Stance.FREE, "databases", KEN);
    WORLD.roster.join(child, Stance.OBSERVE, "", EMMA);
    WORLD.roster.join(child, Stance.OBSERVE, "", DAIKI);
    comes("emma", Stance.FREE, "");
    WORLD.duties =
        List.of(
            new Duty(DutyKind.COMMANDER, AOI, Instant.EPOCH, Optional.of(Instant.EPOCH)),
            new Duty(
                DutyKind.COMMANDER,
                World.SHO,
                Instant.EPOCH.plusSeconds(60),
                Optional.of(Instant.EPOCH.plusSeconds(90))));
    var merged = new IncidentMerged(child, Kind.REAL, INCIDENT, Instant.EPOCH.plusSeconds(90));

    WORLD.merging.on(merged);
    WORLD.merging.on(merged);

    assertThat(WORLD.roster.present(INCIDENT))
        .extracting(member -> member.person().value() + " " + member.stance())
        .containsExactlyInAnyOrder("emma FREE", "ken FREE", "daiki OBSERVE", "sho HAVE_CONTEXT");
    assertThat(WORLD.roster.present(child)).isEmpty();
    assertThat(WORLD.timeline)
        .filteredOn(line -> line.contains("are here now"))
        .containsExactly("room-joined: 3 from the room of INC-2026-0099 are here now");

    comes("daiki", Stance.FREE, "");
    var mergedAt = Instant.EPOCH.plusSeconds(90);
    WORLD.parting.on(
        new IncidentParted(child, Kind.REAL, INCIDENT, mergedAt, mergedAt.plusSeconds(600)));

    assertThat(WORLD.roster.present(child))
        .extracting(member -> member.person().value() + " " + member.note())
        .containsExactly("ken databases");
    assertThat(WORLD.roster.present(INCIDENT))
        .extracting(member -> member.person().value())
        .as("Emma was here before, Daiki helps here by now")
        .containsExactlyInAnyOrder("emma", "daiki");
  }

  @Test
  void onlyAnOpenRoomCanBeJoined() {
    WORLD.seat = Optional.empty();

    assertThat(WORLD.roster.join(INCIDENT, Stance.FREE, "", KEN))
        .isInstanceOfSatisfying(
            Outcome.NotNow.class,
            no -> assertThat(no.why().en()).contains("while the room is open"));
    assertThat(WORLD.timeline).containsExactly("refused: This can be done while the room is open");
    assertThat(WORLD.roster.people(INCIDENT)).isEqualTo(RoomPeople.NOBODY);
  }

  @Test
  void whoeverHasNoRoleInHonbuStaysOutside() {
    WORLD.without.add(KEN);
    assertThat(WORLD.roster.join(INCIDENT, Stance.FREE, "", KEN))
        .isInstanceOf(Outcome.NotAllowed.class);
  }

  @Test
  void comingTwiceChangesTheStanceOnceAndLeavesOneLineEach() {
    comes("ken", Stance.OBSERVE, "");
    comes("ken", Stance.FREE, "");
    assertThat(WORLD.roster.join(INCIDENT, Stance.FREE, " ", KEN))
        .isInstanceOf(Outcome.AlreadyDone.class);

    assertThat(WORLD.timeline)
        .containsExactly(
            "room-joined: ken came to look on", "room-joined: ken came and is free to help");
    assertThat(WORLD.roster.present(INCIDENT)).hasSize(1);
  }

  @Test
  void knowingSomethingNeedsToBeSaidInTwoHundredCharacters() {
    assertThatThrownBy(() -> WORLD.roster.join(INCIDENT, Stance.HAVE_CONTEXT, " ", KEN))
        .hasMessageContaining("HB-8010 Write note in 1–200");
    assertThatThrownBy(() -> WORLD.roster.join(INCIDENT, Stance.FREE, "x".repeat(201), KEN))
        .hasMessageContaining("HB-8010 Write note in 0–200");
    assertThat(WORLD.roster.present(INCIDENT)).isEmpty();
  }

  @Test
  void whoeverLeavesIsGoneAndFindsTheDoorOpen() {
    comes("ken", Stance.FREE, "");
    assertThat(WORLD.roster.leave(INCIDENT, KEN)).isEqualTo(Outcome.done());
    assertThat(WORLD.roster.leave(INCIDENT, KEN)).isInstanceOf(Outcome.AlreadyDone.class);
    assertThat(WORLD.roster.present(INCIDENT)).isEmpty();

    comes("ken", Stance.OBSERVE, "");
    assertThat(WORLD.roster.present(INCIDENT)).hasSize(1);
  }

  @Test
  void aCommanderDoesNotJustLeave() {
    assertThat(WORLD.roster.leave(INCIDENT, AOI))
        .isInstanceOfSatisfying(
            Outcome.NotNow.class, no -> assertThat(no.why().en()).contains("Hand over"));
  }

  @Test
  void aCommanderWhoJoinedIsNotAmongTheFree() {
    WORLD.roster.join(INCIDENT, Stance.FREE, "", AOI);
    assertThat(WORLD.roster.people(INCIDENT).free()).isEmpty();
    assertThat(WORLD.roster.people(INCIDENT).count()).isEqualTo(1);
  }

  @Test
  void somebodyOnTheirFirstTimeTakesATaskAndFinishesIt() { // T17
    comes("emma", Stance.OBSERVE, "");
    assertThat(WORLD.help.offers(INCIDENT)).hasSizeGreaterThanOrEqualTo(3);

    assertThat(WORLD.help.take(INCIDENT, HelpTask.COUNT_REPORTS, EMMA)).isEqualTo(Outcome.done());
    assertThat(WORLD.help.take(INCIDENT, HelpTask.COUNT_REPORTS, EMMA))
        .isInstanceOf(Outcome.AlreadyDone.class);
    assertThat(WORLD.roster.people(INCIDENT).observing().get(0).helps())
        .contains(HelpTask.COUNT_REPORTS);
    assertThat(WORLD.help.done(INCIDENT, HelpTask.COUNT_REPORTS, "14 in ten minutes", EMMA))
        .isEqualTo(Outcome.done());

    assertThat(WORLD.timeline)
        .contains(
            "help-taken: emma takes: Count the customer reports",
            "help-done: emma has done: Count the customer reports “14 in ten minutes”");
    assertThat(WORLD.help.offers(INCIDENT)).allMatch(offer -> offer.taker().isEmpty());
    assertThat(WORLD.help.done(INCIDENT, HelpTask.COUNT_REPORTS, "", EMMA))
        .isInstanceOf(Outcome.AlreadyDone.class);
    assertThat(WORLD.records).containsExactly("emma came", "emma did: Count the customer reports");
  }

  @Test
  void aTaskHasOnePersonAndAPersonOneTask() {
    comes("emma", Stance.FREE, "");
    comes("ken", Stance.FREE, "");
    WORLD.help.take(INCIDENT, HelpTask.REPRODUCE, EMMA);

    assertThat(WORLD.help.take(INCIDENT, HelpTask.REPRODUCE, KEN))
        .isInstanceOfSatisfying(
            Outcome.NotNow.class, no -> assertThat(no.why().en()).isEqualTo("emma is on it"));
    assertThat(WORLD.help.done(INCIDENT, HelpTask.REPRODUCE, "", KEN))
        .isInstanceOf(Outcome.NotAllowed.class);
    assertThat(WORLD.help.take(INCIDENT, HelpTask.KEEP_TIMELINE, EMMA))
        .isInstanceOf(Outcome.NotNow.class);

    WORLD.roster.leave(INCIDENT, EMMA);
    assertThat(WORLD.help.take(INCIDENT, HelpTask.REPRODUCE, KEN)).isEqualTo(Outcome.done());
  }

  @Test
  void whoLeavesATaskHasNotFinishedIt() { // T17
    comes("emma", Stance.OBSERVE, "");
    WORLD.help.take(INCIDENT, HelpTask.COUNT_REPORTS, EMMA);

    WORLD.roster.leave(INCIDENT, EMMA);

    assertThat(WORLD.records).containsExactly("emma came");
  }

  @Test
  void aDrillIsNotOnRecordYet() {
    WORLD.kind = Kind.DRILL;
    comes("emma", Stance.OBSERVE, "");
    WORLD.help.take(INCIDENT, HelpTask.COUNT_REPORTS, EMMA);
    WORLD.help.done(INCIDENT, HelpTask.COUNT_REPORTS, "", EMMA);

    assertThat(WORLD.records).isEmpty();
  }

  @Test
  void helpIsForWhoeverIsThereAndHasNoDuty() {
    assertThat(WORLD.help.take(INCIDENT, HelpTask.REPRODUCE, EMMA))
        .isInstanceOfSatisfying(
            Outcome.NotNow.class, no -> assertThat(no.why().en()).contains("room first"));
    WORLD.roster.join(INCIDENT, Stance.FREE, "", AOI);
    assertThat(WORLD.help.take(INCIDENT, HelpTask.REPRODUCE, AOI))
        .isInstanceOfSatisfying(
            Outcome.NotNow.class, no -> assertThat(no.why().en()).contains("Keep to your duty"));
  }

  private static void comes(String person, Stance stance, String note) {
    assertThat(WORLD.roster.join(INCIDENT, stance, note, new PersonId(person)))
        .isEqualTo(Outcome.done());
    WORLD.engine.time().passes(java.time.Duration.ofSeconds(1));
  }
}
