package org.honbu.people.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.honbu.people.OnCallLevel.COMMANDERS;
import static org.honbu.people.OnCallLevel.PRIMARY;
import static org.honbu.people.OnCallLevel.PROCESS_OWNERS;
import static org.honbu.people.OnCallLevel.SECONDARY;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.TeamId;
import org.honbu.kernel.Words;
import org.honbu.people.ContactPoint;
import org.honbu.people.ContactPoint.Channel;
import org.honbu.people.Cover;
import org.honbu.people.Gap;
import org.honbu.people.Lack;
import org.honbu.people.Lack.Why;
import org.honbu.people.OnCallLevel;
import org.honbu.people.Outlook;
import org.honbu.people.PassedOver;
import org.honbu.people.PassedOver.Reason;
import org.honbu.people.Readiness;
import org.honbu.people.ReadinessDefect;
import org.honbu.people.Role;
import org.honbu.people.Rotation;
import org.honbu.people.Team;
import org.honbu.people.Watch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The next four weeks of the sample organisation, as its people come and go. */
class LiveReadinessTest {
  /** A Sunday morning in Tokyo, 25 hours before commanders hand over. */
  private static final Instant NOW = Instant.parse("2026-02-01T00:00:00Z");

  private static final TeamId PAYMENTS = new TeamId("payments");
  private static final IncidentId INCIDENT = new IncidentId("INC-2026-0042");

  private final MovableClock clock = new MovableClock(NOW);
  private final Database database = new Database();
  private final FakeKeycloak keycloak;
  private final DirectoryCopy directory;
  private final LivePeople people;
  private final LiveReadiness readiness;

  LiveReadinessTest(@TempDir Path folder) throws IOException {
    keycloak =
        new FakeKeycloak()
            .role("responder")
            .role("incident-commander")
            .role("announcer")
            .role("employee")
            .role("process-owner")
            .user("misaki", "responder", "announcer")
            .user("itsuki", "responder")
            .user("sho", "responder")
            .user("riku", "responder")
            .user("ken", "responder")
            .user("tomoko", "responder")
            .user("aoi", "incident-commander")
            .user("sakura", "incident-commander")
            .user("yumi", "announcer")
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
    readiness = new LiveReadiness(directory, database.store(), people, database.readiness());
    database.write(organisation -> new SampleOrganisation(people, organisation).settle());
  }

  @BeforeEach
  void keycloakAnswers() throws InterruptedException {
    directory.refresh();
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
  void aStaffedOrganisationHasNoGap() {
    Outlook outlook = readiness.outlook(NOW);

    assertThat(outlook.gaps()).isEmpty();
    assertThat(outlook.missing()).isZero();
    assertThat(outlook.defects()).isEmpty();
    assertThat(outlook.when().length()).isEqualTo(Readiness.AHEAD);
    assertThat(outlook.covers()).hasSize(3 * 3 + 2);
    assertThat(cover(outlook, Optional.empty(), COMMANDERS).watches()).hasSize(5);
    assertThat(outlook.seat(Role.INCIDENT_COMMANDER).able())
        .containsExactlyInAnyOrder(id("aoi"), id("sakura"));
  }

  @Test
  void agreesWithTheChainAtEveryHour() throws Exception {
    keycloak
        .take("misaki", "responder")
        .take("misaki", "announcer")
        .take("sakura", "incident-commander");
    directory.refresh();
    database.write(
        organisation -> organisation.define(PAYMENTS, SECONDARY, weekly("misaki", "itsuki")));
    Outlook outlook = readiness.outlook(NOW);

    assertThat(outlook.gaps()).isNotEmpty();
    for (Cover cover : outlook.covers()) {
      for (Watch watch : cover.watches()) {
        for (Instant at : List.of(watch.when().from(), watch.when().to().minusNanos(1))) {
          List<PersonId> called =
              people.onCall(cover.post().team().orElse(PAYMENTS), cover.post().level(), at);
          assertThat(called)
              .as("%s at %s", cover.post(), at)
              .containsExactlyElementsOf(watch.ready());
        }
      }
    }
  }

  /** A09: the chain skips it, the page shows it. */
  @Test
  void anEmptyLevelIsAGapOfFourWeeks() {
    TeamId half = new TeamId("half");
    database.write(
        organisation -> {
          organisation.define(new Team(half, new Words("半分", "Half"), Team.Type.PRODUCT));
          organisation.join(id("riku"), half);
          organisation.define(half, SECONDARY, weekly("riku"));
        });

    Gap gap = only(readiness.outlook(NOW));

    assertThat(gap.post().team()).contains(half);
    assertThat(gap.post().level()).isEqualTo(PRIMARY);
    assertThat(gap.when().length()).isEqualTo(Readiness.AHEAD);
    assertThat(gap.lacks()).containsExactly(Lack.NOBODY);
    assertThat(gap.words().ja()).isEqualTo("半分 第 1 段（当番） に出られる人がいません");
    assertThat(gap.lacks().get(0).fix(PRIMARY).en()).contains("schedule");
    assertThat(gap.lastTime()).isEmpty();
  }

  @Test
  void aCommanderWithoutTheRoleLeavesTheirWeeksEmpty() throws Exception {
    keycloak.take("sakura", "incident-commander").give("sakura", "employee");
    directory.refresh();
    Outlook outlook = readiness.outlook(NOW);

    assertThat(outlook.gaps())
        .hasSize(2)
        .allSatisfy(
            gap -> {
              assertThat(gap.post().level()).isEqualTo(COMMANDERS);
              assertThat(gap.lacks()).containsExactly(Lack.of(Why.NO_ROLE, id("sakura")));
              assertThat(gap.when().length()).isEqualTo(Duration.ofDays(7));
            });
    assertThat(what(outlook))
        .containsExactly(new ReadinessDefect.TooFew(Role.INCIDENT_COMMANDER, 1));
  }

  @Test
  void whoLeftIsAGapWhereTheyStoodAloneAndNoDefectBesides() throws Exception {
    keycloak.take("misaki", "responder").take("misaki", "announcer");
    directory.refresh();
    Outlook outlook = readiness.outlook(NOW);

    assertThat(only(outlook).lacks()).containsExactly(Lack.of(Why.GONE, id("misaki")));
    assertThat(only(outlook).post().level()).isEqualTo(PRIMARY);
    assertThat(what(outlook)).containsExactly(new ReadinessDefect.TooFew(Role.ANNOUNCER, 1));
  }

  @Test
  void whoCannotBeReachedIsAGapWhereTheyStandAloneUntilTheyCan() throws Exception {
    keycloak.withoutEmail("takumi").withoutEmail("yumi");
    directory.refresh();
    Outlook outlook = readiness.outlook(NOW);

    assertThat(only(outlook).post().level()).isEqualTo(PROCESS_OWNERS);
    assertThat(only(outlook).lacks()).containsExactly(Lack.of(Why.NO_CONTACT, id("takumi")));
    assertThat(outlook.seat(Role.ANNOUNCER).outOfReach()).containsExactly(id("yumi"));
    assertThat(what(outlook))
        .containsExactly(
            new ReadinessDefect.TooFew(Role.ANNOUNCER, 1),
            new ReadinessDefect.NoContactPoint(id("yumi")));

    ContactPoint phone = new ContactPoint(Channel.PHONE, "+819012345678");
    database.write(organisation -> organisation.reach(id("takumi"), phone));
    assertThat(readiness.outlook(NOW).gaps()).isEmpty();
  }

  @Test
  void whoCommandsAndIsOnCallAtTheSameTimeIsToldForThoseHours() {
    database.write(organisation -> organisation.define(PAYMENTS, SECONDARY, weekly("aoi")));

    assertThat(readiness.outlook(NOW).defects())
        .filteredOn(defect -> defect.what() instanceof ReadinessDefect.TwoTurnsAtOnce)
        .allMatch(defect -> defect.when().length().compareTo(Duration.ofDays(7)) <= 0)
        .extracting(Outlook.Defect::what)
        .contains(new ReadinessDefect.TwoTurnsAtOnce(id("aoi"), PAYMENTS));
    assertThat(what(readiness.outlook(NOW))).contains(new ReadinessDefect.NotAResponder(id("aoi")));
  }

  @Test
  void aGapSaysWhomItHurtLast() throws Exception {
    keycloak.take("misaki", "responder").take("misaki", "announcer");
    directory.refresh();
    PassedOver first = fell(Optional.empty(), Reason.NOBODY, NOW.minus(Duration.ofDays(3)));
    database.inTransaction(() -> readiness.passedOver(first));
    database.inTransaction(
        () -> readiness.passedOver(fell(Optional.empty(), Reason.NOBODY, NOW))); // second round
    database.inTransaction(
        () -> readiness.passedOver(fell(Optional.of(id("itsuki")), Reason.NOT_DELIVERED, NOW)));

    Outlook outlook = readiness.outlook(NOW);

    assertThat(outlook.passedOver()).hasSize(2).contains(first);
    assertThat(only(outlook).lastTime()).map(PassedOver::incident).contains(INCIDENT);
    assertThat(readiness.outlook(NOW.plus(Duration.ofDays(200))).passedOver())
        .as("half a year later")
        .isEmpty();
  }

  @Test
  void theScheduleIsBelievedBeforeKeycloakEverAnswered(@TempDir Path empty) {
    DirectoryCopy blind =
        new DirectoryCopy(
            new PeopleConfig(
                keycloak.url(),
                "honbu",
                "honbu-directory",
                "s&cret",
                Duration.ofSeconds(20),
                Duration.ofHours(8),
                empty.resolve("directory.json"),
                true),
            clock);
    database.write(
        organisation ->
            Stream.of("aoi", "sakura")
                .forEach(
                    one ->
                        organisation.reach(
                            id(one), new ContactPoint(Channel.PHONE, "+8190" + one))));
    var unsure =
        new LiveReadiness(
            blind, database.store(), new LivePeople(blind, database.store()), database.readiness());

    Cover commanders = cover(unsure.outlook(NOW), Optional.empty(), COMMANDERS);

    assertThat(commanders.missing()).isZero();
  }

  private static PassedOver fell(Optional<PersonId> person, Reason reason, Instant at) {
    return new PassedOver(PAYMENTS, PRIMARY, person, reason, INCIDENT, at);
  }

  private static Gap only(Outlook outlook) {
    assertThat(outlook.gaps()).hasSize(1);
    return outlook.gaps().get(0);
  }

  private static Set<ReadinessDefect> what(Outlook outlook) {
    return outlook.defects().stream()
        .map(Outlook.Defect::what)
        .collect(java.util.stream.Collectors.toCollection(java.util.LinkedHashSet::new));
  }

  private static Cover cover(Outlook outlook, Optional<TeamId> team, OnCallLevel level) {
    return outlook.covers().stream()
        .filter(one -> one.post().team().equals(team) && one.post().level() == level)
        .findFirst()
        .orElseThrow();
  }

  private static Rotation weekly(String... names) {
    return new Rotation(
        ZoneId.of("Asia/Tokyo"),
        DayOfWeek.MONDAY,
        LocalTime.of(10, 0),
        LocalDate.of(2024, 1, 1),
        Stream.of(names).map(PersonId::new).toList());
  }

  private static PersonId id(String name) {
    return new PersonId(name);
  }
}
