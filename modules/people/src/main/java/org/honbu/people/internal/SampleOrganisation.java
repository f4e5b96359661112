package org.honbu.people.internal;

import static org.honbu.people.Component.Function.CORE;
import static org.honbu.people.Component.Function.INTERNAL;
import static org.honbu.people.Component.Function.MAJOR;
import static org.honbu.people.Component.Function.MINOR;
import static org.honbu.people.OnCallLevel.PRIMARY;
import static org.honbu.people.OnCallLevel.SECONDARY;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.TeamId;
import org.honbu.kernel.Words;
import org.honbu.people.Component;
import org.honbu.people.OnCallLevel;
import org.honbu.people.Organisation;
import org.honbu.people.People;
import org.honbu.people.Rotation;
import org.honbu.people.Team;

/**
 * Fills empty tables with the sample organisation that demo and tests speak of, when {@code
 * honbu.people.sample-organisation} says so. What somebody changed afterwards stays.
 *
 * <p>Ways to reach the sample people come from Keycloak, like their names.
 */
@ApplicationScoped
class SampleOrganisation {
  private static final TeamId PAYMENTS = new TeamId("payments");
  private static final TeamId SEARCH = new TeamId("search");
  private static final TeamId PLATFORM = new TeamId("platform");

  private final People people;
  private final Organisation organisation;

  @Inject
  SampleOrganisation(People people, Organisation organisation) {
    this.people = people;
    this.organisation = organisation;
  }

  @Transactional
  void settle(@Observes @Priority(Interceptor.Priority.APPLICATION) Startup start) {
    if (PeopleConfig.from(ConfigProvider.getConfig()).sampleOrganisation()
        && people.teams().isEmpty()) {
      settle();
    }
  }

  void settle() {
    team(PAYMENTS, "決済", "Payments", Team.Type.PRODUCT, "misaki", "itsuki");
    team(SEARCH, "検索", "Search", Team.Type.PRODUCT, "sho", "riku");
    team(PLATFORM, "基盤", "Platform", Team.Type.PLATFORM, "ken", "tomoko");
    component("payment-api", CORE, PAYMENTS, "postgres-main", "card-network");
    component("checkout-web", CORE, PAYMENTS, "payment-api", "search-api", "mail-sender");
    component("search-api", MAJOR, SEARCH, "postgres-main");
    component("mail-sender", MINOR, PLATFORM, "postgres-main");
    component("postgres-main", CORE, PLATFORM);
    // Nobody has written anything about it: what is missing has to be seen somewhere too.
    organisation.define(new Component("admin-console", INTERNAL, PLATFORM, Optional.empty()));
    organisation.defineCommanderSchedule(weekly("aoi", "sakura"));
  }

  private void team(
      TeamId id, String ja, String en, Team.Type type, String primary, String secondary) {
    organisation.define(new Team(id, new Words(ja, en), type));
    member(id, PRIMARY, primary);
    member(id, SECONDARY, secondary);
  }

  private void member(TeamId team, OnCallLevel level, String person) {
    organisation.join(new PersonId(person), team);
    organisation.define(team, level, weekly(person));
  }

  private void component(String id, Component.Function function, TeamId owner, String... needs) {
    organisation.define(
        new Component(
            id,
            function,
            owner,
            Optional.of(URI.create("https://runbooks.example/" + id)),
            Optional.of(URI.create("https://docs.example/" + id)),
            Set.of(needs)));
  }

  private static Rotation weekly(String... people) {
    return new Rotation(
        ZoneId.of("Asia/Tokyo"),
        DayOfWeek.MONDAY,
        LocalTime.of(10, 0),
        LocalDate.of(2024, 1, 1),
        Stream.of(people).map(PersonId::new).toList());
  }
}
