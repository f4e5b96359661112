package org.honbu.people.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.honbu.people.OnCallLevel.COMMANDERS;
import static org.honbu.people.OnCallLevel.PRIMARY;
import static org.honbu.people.OnCallLevel.PROCESS_OWNERS;
import static org.honbu.people.OnCallLevel.SECONDARY;
import static org.honbu.people.OnCallLevel.WHOLE_TEAM;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.ProblemException;
import org.honbu.kernel.TeamId;
import org.honbu.people.Component;
import org.honbu.people.ContactPoint;
import org.honbu.people.ContactPoint.Channel;
import org.honbu.people.ReadinessDefect;
import org.honbu.people.Role;
import org.honbu.people.Rotation;
import org.honbu.workflow.Directory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LivePeopleTest {
  private static final Instant NOW = Instant.parse("2026-02-01T00:00:00Z");
  private static final TeamId PAYMENTS = new TeamId("payments");

  private final MovableClock clock = new MovableClock(NOW);
  private final Database database = new Database();
  private final FakeKeycloak keycloak;
  private final DirectoryCopy directory;
  private final LivePeople people;

  LivePeopleTest(@TempDir Path folder) throws IOException {
    keycloak =
        new FakeKeycloak()
            .role("responder")
            .role("incident-commander")
            .role("process-owner")
            .user("misaki", "responder")
            .user("itsuki", "responder")
            .user("sho", "responder")
            .user("riku", "responder")
            .user("ken", "responder")
            .user("tomoko", "responder")
            .user("aoi", "incident-commander")
            .user("sakura", "incident-commander")
            .user("takumi", "process-owner");
    directory =
        new DirectoryCopy(
            new PeopleConfig(
                keycloak.url(),
                "honbu",
                "honbu-directory",
                "s&cret",
                Duration.ofSeconds(20),
                Duration.ofHours(8),
                folder.resolve("directory.json"),
                true),
            clock);
    people = new LivePeople(directory, database.store());
    database.write(organisation -> new SampleOrganisation(people, organisation).settle());
  }

  @AfterEach
  void close() {
    keycloak.close();
    database.close();
  }

  @Test
  void tablesAreAsTheEntitiesExpect() {
    database.validate();
  }

  @Test
  void everyRungOfTheSampleOrganisationHasItsPeople() throws Exception {
    directory.refresh();

    assertThat(people.onCall(PAYMENTS, PRIMARY, NOW)).containsExactly(id("misaki"));
    assertThat(people.onCall(PAYMENTS, SECONDARY, NOW)).containsExactly(id("itsuki"));
    assertThat(people.onCall(PAYMENTS, WHOLE_TEAM, NOW))
        .containsExactly(id("itsuki"), id("misaki"));
    assertThat(people.onCall(PAYMENTS, PROCESS_OWNERS, NOW)).containsExactly(id("takumi"));
    assertThat(people.readinessDefects(NOW)).isEmpty();
  }

  @Test
  void commandersTakeTurnsByTheWeek() throws Exception {
    directory.refresh();
    Instant mondayMorning = Instant.parse("2026-02-02T01:00:00Z");

    List<PersonId> before = people.onCall(PAYMENTS, COMMANDERS, mondayMorning.minusNanos(1));
    List<PersonId> after = people.onCall(PAYMENTS, COMMANDERS, mondayMorning);

    assertThat(before).hasSize(1).isNotEqualTo(after);
    assertThat(List.of(before.get(0), after.get(0)))
        .containsExactlyInAnyOrder(id("aoi"), id("sakura"));
  }

  @Test
  void settlingTwiceChangesNothing() {
    database.write(organisation -> new SampleOrganisation(people, organisation).settle());

    assertThat(people.teams()).hasSize(3);
    assertThat(people.members(PAYMENTS)).hasSize(2);
    assertThat(people.components()).hasSize(6);
  }

  @Test
  void catalogueNamesOwnerAndFunction() {
    Component payments = people.component("payment-api").orElseThrow();

    assertThat(payments.function()).isEqualTo(Component.Function.CORE);
    assertThat(payments.owner()).isEqualTo(PAYMENTS);
    assertThat(people.component("Payment-API")).isEmpty();
  }

  @Test
  void catalogueKnowsWhatAComponentStandsOnAndWhatStandsOnIt() {
    Component payments = people.component("payment-api").orElseThrow();

    assertThat(payments.dependsOn()).containsExactlyInAnyOrder("postgres-main", "card-network");
    assertThat(people.dependentsOf("payment-api"))
        .extracting(Component::id)
        .containsExactly("checkout-web");
    assertThat(people.components()).contains(payments).doesNotHaveDuplicates();
    assertThat(people.component("admin-console").orElseThrow().runbook()).isEmpty();
  }

  @Test
  void definingAComponentAgainForgetsWhatItNeeded() {
    Component payments = people.component("payment-api").orElseThrow();
    Component alone =
        new Component(payments.id(), payments.function(), payments.owner(), payments.runbook());

    database.write(organisation -> organisation.define(alone));

    assertThat(people.component("payment-api")).contains(alone);
  }

  @Test
  void anotherSystemMayMeanAPersonByLoginOrByAddress() throws Exception {
    directory.refresh();
    database.write(
        organisation ->
            organisation.reach(
                id("itsuki"), new ContactPoint(Channel.EMAIL, "Itsuki.Shimizu@work.example")));

    assertThat(people.meant("aoi")).contains(id("aoi"));
    assertThat(people.meant("AOI")).contains(id("aoi"));
    assertThat(people.meant("aoi@honbu.example")).contains(id("aoi"));
    assertThat(people.meant("itsuki.shimizu@WORK.example")).contains(id("itsuki"));
    assertThat(people.meant("deploy-bot")).isEmpty();
    assertThat(people.meant("")).isEmpty();
  }

  @Test
  void theScheduleIsBelievedBeforeKeycloakEverAnswered() {
    assertThat(people.onCall(PAYMENTS, PRIMARY, NOW)).containsExactly(id("misaki"));
    assertThat(people.hasRole(id("misaki"), Role.RESPONDER)).isFalse();
  }

  @Test
  void whoeverLeftIsNotPagedAndShown() throws Exception {
    keycloak.take("misaki", "responder");
    directory.refresh();

    assertThat(people.onCall(PAYMENTS, PRIMARY, NOW)).isEmpty();
    assertThat(people.readinessDefects(NOW))
        .containsExactlyInAnyOrder(
            new ReadinessDefect.EmptyLevel(PAYMENTS, PRIMARY),
            new ReadinessDefect.NotInDirectory(id("misaki")));
  }

  @Test
  void pagingGoesOnWhenRightsHaveEnded() throws Exception {
    directory.refresh();
    keycloak.breakDown();
    clock.passes(Duration.ofHours(9));
    directory.refresh();

    assertThat(people.onCall(PAYMENTS, PRIMARY, NOW)).containsExactly(id("misaki"));
    assertThat(people.onCall(PAYMENTS, PROCESS_OWNERS, NOW)).containsExactly(id("takumi"));
    assertThat(people.contactPoints(id("misaki"))).hasSize(1);
    assertThat(people.withRole(Role.PROCESS_OWNER)).isEmpty();
  }

  @Test
  void ownAddressGoesBeforeKeycloaks() throws Exception {
    directory.refresh();
    ContactPoint phone = new ContactPoint(Channel.PHONE, "+819012345678");
    ContactPoint mail = new ContactPoint(Channel.EMAIL, "night@honbu.example");

    database.write(organisation -> organisation.reach(id("misaki"), phone));
    assertThat(people.contactPoints(id("misaki")))
        .containsExactly(new ContactPoint(Channel.EMAIL, "misaki@honbu.example"), phone);

    database.write(organisation -> organisation.reach(id("misaki"), mail));
    assertThat(people.contactPoints(id("misaki"))).containsExactly(mail, phone);
  }

  @Test
  void whoHasAnyWayIsReachable() throws Exception {
    assertThat(people.reachable(List.of(id("misaki"), id("noel")))).isEmpty();

    database.write(
        organisation ->
            organisation.reach(id("misaki"), new ContactPoint(Channel.PHONE, "+819012345678")));
    assertThat(people.reachable(List.of(id("misaki"), id("aoi"), id("noel"))))
        .as("before Keycloak has told its addresses")
        .containsExactly(id("misaki"));

    directory.refresh();
    assertThat(people.reachable(List.of(id("misaki"), id("aoi"), id("noel"))))
        .containsExactlyInAnyOrder(id("misaki"), id("aoi"));
  }

  @Test
  void whatIsNotInTheCatalogueIsOwnedByNobodyOneKnowsOf() {
    assertThat(people.owns(id("misaki"), "payment-api")).contains(true);
    assertThat(people.owns(id("sho"), "payment-api")).contains(false);
    assertThat(people.owns(id("misaki"), "fax")).isEmpty();
  }

  @Test
  void whoCommandsAndIsOnCallInTheSameWeekIsShown() throws Exception {
    directory.refresh();
    Rotation commanders = database.store().commanderSchedule().orElseThrow();
    PersonId both = commanders.at(NOW).orElseThrow();

    database.write(organisation -> organisation.define(PAYMENTS, SECONDARY, commanders));

    assertThat(people.readinessDefects(NOW))
        .containsExactly(new ReadinessDefect.TwoTurnsAtOnce(both, PAYMENTS));
  }

  @Test
  void someoneOutOfReachIsShown() {
    assertThat(people.readinessDefects(NOW))
        .contains(new ReadinessDefect.NoContactPoint(id("misaki")));
  }

  @Test
  void aRedefinedRotationReplacesTheOld() {
    Rotation shorter =
        new Rotation(
            ZoneId.of("Australia/Lord_Howe"),
            DayOfWeek.SUNDAY,
            LocalTime.of(2, 15),
            LocalDate.of(2026, 1, 1),
            List.of(id("itsuki"), id("misaki"), id("itsuki")));

    database.write(organisation -> organisation.define(PAYMENTS, PRIMARY, shorter));
    database.write(
        organisation ->
            organisation.define(
                PAYMENTS,
                PRIMARY,
                new Rotation(
                    shorter.zone(),
                    shorter.handoverDay(),
                    shorter.handoverTime(),
                    shorter.begins(),
                    List.of(id("itsuki")))));

    assertThat(database.store().rotation(PAYMENTS, PRIMARY).orElseThrow().people())
        .containsExactly(id("itsuki"));
    assertThat(database.store().rotation(PAYMENTS, PRIMARY).orElseThrow().handoverTime())
        .isEqualTo(LocalTime.of(2, 15));
  }

  @Test
  void onlyTheFirstTwoRungsTakeTurns() {
    Rotation any = database.store().commanderSchedule().orElseThrow();

    assertThatThrownBy(
            () -> database.write(organisation -> organisation.define(PAYMENTS, WHOLE_TEAM, any)))
        .isInstanceOf(ProblemException.class);
  }

  @Test
  void theEngineSeesRolesAndTeamsAsGroups() throws Exception {
    directory.refresh();
    Directory engine = new EngineDirectory(directory, database.store());

    assertThat(engine.find(id("misaki")).orElseThrow().groups())
        .containsExactlyInAnyOrder("responder", "team:payments");
    assertThat(engine.everybody())
        .hasSize(9)
        .filteredOn(entry -> entry.id().equals(id("misaki")))
        .singleElement()
        .isEqualTo(engine.find(id("misaki")).orElseThrow());
    assertThat(engine.find(id("noel"))).isEmpty();
  }

  private static PersonId id(String name) {
    return new PersonId(name);
  }
}
