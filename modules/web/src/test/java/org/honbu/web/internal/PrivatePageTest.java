package org.honbu.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.honbu.incidents.CommandSeat;
import org.honbu.incidents.Impact;
import org.honbu.incidents.IncidentState;
import org.honbu.incidents.IncidentView;
import org.honbu.incidents.PublicPhase;
import org.honbu.incidents.Room;
import org.honbu.incidents.Severity;
import org.honbu.incidents.Source;
import org.honbu.incidents.Standing;
import org.honbu.incidents.Times;
import org.honbu.incidents.Visibility;
import org.honbu.kernel.Actor;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.TeamId;
import org.honbu.people.People;
import org.honbu.people.Person;
import org.honbu.people.Role;
import org.junit.jupiter.api.Test;

/** What the page of a private incident offers to whoever is outside. */
class PrivatePageTest {
  private static final Instant NOW = Instant.parse("2026-11-29T03:00:00Z");
  private static final PersonId MISAKI = new PersonId("misaki");

  private final People people =
      (People)
          Proxy.newProxyInstance(
              PrivatePageTest.class.getClassLoader(),
              new Class<?>[] {People.class},
              (proxy, asked, values) -> answer(asked.getName(), values[0]));

  @Test
  void whoCouldCommandIsOfferedItWhileSomebodyOnlyActs() {
    assertThat(page("aoi", Standing.ACTING).isMayLead()).isTrue();
    assertThat(page("aoi", Standing.HELD).isMayLead()).isFalse();
    assertThat(page("emma", Standing.ACTING).isMayLead()).isFalse();
    assertThat(page("yumi", Standing.HELD).isMayAnnounce()).isTrue();
    assertThat(page("emma", Standing.HELD).isMayAnnounce()).isFalse();
  }

  @Test
  void itNamesWhoLeadsAndPrivacyOfficersToAsk() {
    PrivatePage page = page("emma", Standing.ACTING);

    assertThat(page.getId()).isEqualTo("INC-2026-0001");
    assertThat(page.getSeverity()).isEqualTo(2);
    assertThat(page.getLeader()).isEqualTo(Face.of(Person.unknown(MISAKI), Locale.ENGLISH));
    assertThat(page.getOfficers())
        .containsExactly(Face.of(Person.unknown(new PersonId("mei")), Locale.ENGLISH));
  }

  private PrivatePage page(String reader, Standing standing) {
    return new PrivatePage(
        view(standing), people, new PersonId(reader), new Names(people, Locale.ENGLISH));
  }

  static IncidentView view(Standing standing) {
    Optional<Instant> never = Optional.empty();
    return new IncidentView(
        new IncidentId("INC-2026-0001"),
        "名簿が外から見えています",
        Kind.REAL,
        IncidentState.INVESTIGATING,
        Optional.of(Severity.SEV2),
        Source.SYSTEM,
        Optional.of("payment-api"),
        new TeamId("payments"),
        Actor.honbu("test"),
        Optional.empty(),
        Impact.UNKNOWN,
        Visibility.UNKNOWN,
        PublicPhase.NONE,
        Room.OPEN,
        Set.of(),
        false,
        Optional.of(MISAKI),
        Optional.empty(),
        Optional.of(new CommandSeat(MISAKI, standing, NOW, false, 1)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        new IncidentView.Signals(1, 1, 1, 0),
        new Times(never, NOW, NOW, never, never, never, never, never, never, never, never, never),
        List.of(),
        true);
  }

  private static Object answer(String asked, Object whom) {
    return switch (asked) {
      case "find" -> Optional.of(Person.unknown((PersonId) whom));
      case "rolesOf" -> rolesOf(((PersonId) whom).value());
      case "withRole" ->
          whom == Role.PRIVACY_OFFICER ? List.of(Person.unknown(new PersonId("mei"))) : List.of();
      default -> throw new UnsupportedOperationException(asked);
    };
  }

  private static Set<Role> rolesOf(String login) {
    return switch (login) {
      case "aoi" -> Set.of(Role.EMPLOYEE, Role.INCIDENT_COMMANDER);
      case "yumi" -> Set.of(Role.EMPLOYEE, Role.ANNOUNCER);
      default -> Set.of(Role.EMPLOYEE);
    };
  }
}
