package org.honbu.people.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.honbu.people.Role.ANNOUNCER;
import static org.honbu.people.Role.CUSTOMER_SUPPORT;
import static org.honbu.people.Role.EMPLOYEE;
import static org.honbu.people.Role.INCIDENT_COMMANDER;
import static org.honbu.people.Role.RESPONDER;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.honbu.kernel.PersonId;
import org.honbu.people.DirectoryState.Blind;
import org.honbu.people.DirectoryState.Fresh;
import org.honbu.people.DirectoryState.Stale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryCopyTest {
  private final MovableClock clock = new MovableClock(Instant.parse("2026-02-01T00:00:00Z"));
  private final Path folder;
  private final FakeKeycloak keycloak;

  DirectoryCopyTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    keycloak =
        new FakeKeycloak()
            .role("employee")
            .role("customer-support")
            .role("responder")
            .role("incident-commander")
            .role("announcer")
            .role("offline_access")
            .role("deputy", "incident-commander")
            .role("duty-manager", "deputy", "responder");
  }

  @AfterEach
  void stopKeycloak() {
    keycloak.close();
  }

  @Test
  void directRolesAndNames() throws Exception {
    keycloak.user("misaki", "responder", "offline_access");

    DirectoryCopy directory = read();

    assertThat(directory.rolesOf(id("misaki"))).containsExactly(RESPONDER);
    Copy.Entry misaki = directory.find(id("misaki")).orElseThrow();
    assertThat(misaki.person().display(Locale.JAPANESE)).isEqualTo("佐藤 美咲");
    assertThat(misaki.person().display(Locale.ENGLISH)).isEqualTo("Misaki Sato");
    assertThat(misaki.email()).contains("misaki@honbu.example");
    assertThat(directory.state()).isEqualTo(new Fresh(clock.instant()));
  }

  @Test
  void rolesThroughCompositesInComposites() throws Exception {
    keycloak.user("grace", "duty-manager");

    assertThat(read().rolesOf(id("grace")))
        .containsExactlyInAnyOrder(INCIDENT_COMMANDER, RESPONDER);
  }

  @Test
  void rolesThroughGroupsAboveTheOwn() throws Exception {
    keycloak
        .user("sakura")
        .user("aoi")
        .group("commanders", "", List.of("incident-commander"), "aoi")
        .group("asia", "commanders", List.of())
        .group("tokyo", "asia", List.of("announcer"), "sakura");

    DirectoryCopy directory = read();

    assertThat(directory.rolesOf(id("sakura")))
        .containsExactlyInAnyOrder(INCIDENT_COMMANDER, ANNOUNCER);
    assertThat(directory.rolesOf(id("aoi"))).containsExactly(INCIDENT_COMMANDER);
  }

  @Test
  void compositeThroughGroup() throws Exception {
    keycloak.user("gus").group("managers", "", List.of("duty-manager"), "gus");

    assertThat(read().rolesOf(id("gus"))).containsExactlyInAnyOrder(INCIDENT_COMMANDER, RESPONDER);
  }

  @Test
  void compositesInACircleEnd() throws Exception {
    keycloak.role("one", "two").role("two", "one", "announcer").user("daniel", "one");

    assertThat(read().rolesOf(id("daniel"))).containsExactly(ANNOUNCER);
  }

  @Test
  void everyPageIsRead() throws Exception {
    for (int i = 0; i < 250; i++) {
      keycloak.user("person" + i, "employee");
    }

    assertThat(read().trusted()).hasSize(250);
  }

  @Test
  void callsDoNotGrowWithPeople() throws Exception {
    keycloak.user("misaki", "responder");
    read();
    int withOne = keycloak.calls();
    for (int i = 0; i < 90; i++) {
      keycloak.user("person" + i, "responder", "employee", "announcer");
    }

    read();

    assertThat(keycloak.calls() - withOne).isEqualTo(withOne);
  }

  @Test
  void disabledPeopleServiceAccountsAndPeopleWithoutRoleAreNobody() throws Exception {
    keycloak
        .disabledUser("kim", "responder")
        .user("service-account-honbu-directory", "responder")
        .user("noel", "offline_access");

    assertThat(read().known()).isEmpty();
  }

  @Test
  void anUnreadableLoginCostsNobodyElseTheDirectory() throws Exception {
    keycloak.user("o'brien", "responder").user("misaki", "responder");

    assertThat(read().known()).containsOnlyKeys(id("misaki"));
  }

  @Test
  void roleTakenAwayIsGoneAfterTheNextReading() throws Exception {
    keycloak.user("yumi", "announcer", "customer-support");
    DirectoryCopy directory = read();

    keycloak.take("yumi", "announcer");
    directory.refresh();

    assertThat(directory.rolesOf(id("yumi"))).containsExactly(CUSTOMER_SUPPORT);
  }

  @Test
  void lastGoodCopyServesWhileKeycloakIsDown() throws Exception {
    keycloak.user("misaki", "responder");
    DirectoryCopy directory = read();
    Instant read = clock.instant();

    keycloak.breakDown();
    clock.passes(Duration.ofHours(8));

    assertThat(directory.refresh()).isFalse();
    assertThat(directory.rolesOf(id("misaki"))).containsExactly(RESPONDER);
    assertThat(directory.state())
        .isInstanceOfSatisfying(
            Stale.class,
            stale -> {
              assertThat(stale.loadedAt()).isEqualTo(read);
              assertThat(stale.why()).contains("503");
            });
  }

  @Test
  void afterEightHoursRightsEndButNamesStay() throws Exception {
    keycloak.user("misaki", "responder");
    DirectoryCopy directory = read();

    keycloak.breakDown();
    clock.passes(Duration.ofHours(8).plusSeconds(1));
    directory.refresh();

    assertThat(directory.rolesOf(id("misaki"))).isEmpty();
    assertThat(directory.trusted()).isEmpty();
    assertThat(directory.find(id("misaki"))).isPresent();
    assertThat(directory.state()).isInstanceOf(Blind.class);
  }

  @Test
  void recoversByItself() throws Exception {
    keycloak.user("misaki", "responder");
    keycloak.breakDown();
    DirectoryCopy directory = read();
    assertThat(directory.state()).isInstanceOf(Blind.class);

    keycloak.mend();

    assertThat(directory.refresh()).isTrue();
    assertThat(directory.state()).isInstanceOf(Fresh.class);
  }

  @Test
  void nextStartWithoutKeycloakKnowsPeople() throws Exception {
    keycloak.user("misaki", "responder").user("haruka", "employee", "customer-support");
    DirectoryCopy before = read();
    keycloak.close();
    clock.passes(Duration.ofMinutes(5));

    DirectoryCopy after = read();

    assertThat(after.trusted()).isEqualTo(before.trusted()).hasSize(2);
    assertThat(after.rolesOf(id("haruka"))).containsExactlyInAnyOrder(EMPLOYEE, CUSTOMER_SUPPORT);
    assertThat(after.state()).isInstanceOf(Stale.class);
  }

  @Test
  void aSpoiltCopyOnDiskIsNoCopy() throws Exception {
    Files.writeString(folder.resolve("directory.json"), "{\"loadedAt\":\"2026-");
    keycloak.breakDown();

    DirectoryCopy directory = read();

    assertThat(directory.knowsAnybody()).isFalse();
    assertThat(directory.state()).isInstanceOf(Blind.class);
  }

  @Test
  void aCopyFromTheFutureGivesNoRights() throws Exception {
    keycloak.user("misaki", "responder");
    clock.passes(Duration.ofDays(30));
    read();
    clock.passes(Duration.ofDays(-30));
    keycloak.breakDown();

    DirectoryCopy directory = read();

    assertThat(directory.rolesOf(id("misaki"))).isEmpty();
    assertThat(directory.find(id("misaki"))).isPresent();
  }

  @Test
  void aReaderThatHangsIsSeen() throws Exception {
    keycloak.user("misaki", "responder");
    DirectoryCopy directory = read();

    clock.passes(Duration.ofMinutes(2));

    assertThat(directory.state()).isInstanceOf(Stale.class);
  }

  @Test
  void untilTheFirstReadingEndsNobodyCanBeToldFromAStranger() throws Exception {
    keycloak.user("misaki", "responder");
    DirectoryCopy directory = unread();
    assertThat(directory.wasAsked()).isFalse();

    directory.refresh();

    assertThat(directory.wasAsked()).isTrue();
  }

  @Test
  void aKeycloakThatIsDownHoldsNothingUp() throws Exception {
    keycloak.breakDown();
    DirectoryCopy directory = unread();

    directory.refresh();

    assertThat(directory.wasAsked()).isTrue();
  }

  @Test
  void aTrustedCopyOnDiskWillDoUntilThen() throws Exception {
    keycloak.user("misaki", "responder");
    read();

    assertThat(unread().wasAsked()).isTrue();
    clock.passes(Duration.ofHours(9));
    assertThat(unread().wasAsked()).isFalse();
  }

  private DirectoryCopy read() throws InterruptedException {
    DirectoryCopy directory = unread();
    directory.refresh();
    return directory;
  }

  private DirectoryCopy unread() {
    return new DirectoryCopy(
        new PeopleConfig(
            keycloak.url(),
            "honbu",
            "honbu-directory",
            "s&cret",
            Duration.ofSeconds(20),
            Duration.ofHours(8),
            folder.resolve("directory.json"),
            false),
        clock);
  }

  private static PersonId id(String name) {
    return new PersonId(name);
  }
}
