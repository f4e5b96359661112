package org.honbu.people.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import org.honbu.kernel.TeamId;
import org.honbu.kernel.Words;
import org.honbu.people.Component;
import org.honbu.people.OwnerRouting;
import org.honbu.people.OwnerRouting.Owner;
import org.honbu.people.OwnerRouting.Route;
import org.honbu.people.OwnerRouting.Symptom;
import org.honbu.people.People;
import org.honbu.people.Team;
import org.honbu.testkit.process.EngineHarness;
import org.honbu.workflow.Facts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** DM-3, as the process owners' own table answers it. */
class OwnerRoutingTest {
  private static final EngineHarness ENGINE = EngineHarness.of("OwnerRouting.dmn").start();
  private static final TeamId PAYMENTS = new TeamId("payments");
  private static final TeamId SEARCH = new TeamId("search");
  private static final TeamId PLATFORM = new TeamId("platform");
  private final OwnerRouting routing = new TableRouting(ENGINE.decisions(), people());

  @AfterAll
  static void close() {
    ENGINE.close();
  }

  @Test
  void theCatalogueDecidesBeforeEverythingElse() {
    assertThat(
            routing.ownerOf(
                new Symptom(
                    Optional.of("payment-api"), Optional.of(SEARCH), 5, true, Optional.of(SEARCH))))
        .isEqualTo(new Owner(PAYMENTS, Route.CATALOGUE_OWNER));
  }

  @Test
  void whoDeployedTakesCareOfIt() {
    assertThat(
            routing.ownerOf(
                new Symptom(
                    Optional.of("unknown"), Optional.of(SEARCH), 5, true, Optional.empty())))
        .isEqualTo(new Owner(SEARCH, Route.DEPLOYING_TEAM));
  }

  @Test
  void widespreadAndInfrastructureGoToThePlatform() {
    assertThat(routing.ownerOf(Symptom.of(Optional.empty(), 3)))
        .isEqualTo(new Owner(PLATFORM, Route.PLATFORM));
    assertThat(
            routing.ownerOf(
                new Symptom(Optional.empty(), Optional.empty(), 1, true, Optional.of(SEARCH))))
        .isEqualTo(new Owner(PLATFORM, Route.PLATFORM));
  }

  @Test
  void oneFeatureGoesToItsProductTeam() {
    assertThat(
            routing.ownerOf(
                new Symptom(Optional.empty(), Optional.empty(), 2, false, Optional.of(SEARCH))))
        .isEqualTo(new Owner(SEARCH, Route.PRODUCT_OF_FEATURE));
  }

  @Test
  void everythingElseGoesToTheTriageDesk() {
    assertThat(routing.ownerOf(Symptom.of(Optional.of("unknown"), 1)))
        .isEqualTo(new Owner(PLATFORM, Route.TRIAGE_DESK));
  }

  @Test
  void aTableThatSendsIntoTheVoidIsCaughtByTheDesk() {
    OwnerRouting careless =
        new TableRouting((table, inputs) -> List.of(Facts.of("route", "DEPLOYING_TEAM")), people());

    assertThat(careless.ownerOf(Symptom.of(Optional.empty(), 1)))
        .isEqualTo(new Owner(PLATFORM, Route.TRIAGE_DESK));
  }

  private static People people() {
    Component known =
        new Component("payment-api", Component.Function.CORE, PAYMENTS, Optional.empty());
    List<Team> teams =
        List.of(
            new Team(PAYMENTS, new Words("決済", "Payments"), Team.Type.PRODUCT),
            new Team(PLATFORM, new Words("基盤", "Platform"), Team.Type.PLATFORM));
    return (People)
        Proxy.newProxyInstance(
            OwnerRoutingTest.class.getClassLoader(),
            new Class<?>[] {People.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "component" ->
                      Optional.of(known).filter(one -> one.id().equals(arguments[0]));
                  case "teams" -> teams;
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }
}
