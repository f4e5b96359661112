package org.honbu.people.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.honbu.kernel.TeamId;
import org.honbu.people.Component;
import org.honbu.people.OwnerRouting;
import org.honbu.people.People;
import org.honbu.people.Team;
import org.honbu.workflow.Decisions;
import org.honbu.workflow.Facts;

/** Asks the table for the route and the organisation for the team at its end. */
@ApplicationScoped
class TableRouting implements OwnerRouting {
  private final Decisions decisions;
  private final People people;

  @Inject
  TableRouting(Decisions decisions, People people) {
    this.decisions = decisions;
    this.people = people;
  }

  @Override
  public Owner ownerOf(Symptom symptom) {
    Optional<Component> component = symptom.component().flatMap(people::component);
    Route route = route(symptom, component.isPresent());
    Optional<TeamId> team =
        switch (route) {
          case CATALOGUE_OWNER -> component.map(Component::owner);
          case DEPLOYING_TEAM -> symptom.deployedBy();
          case PRODUCT_OF_FEATURE -> symptom.featureOf();
          case PLATFORM, TRIAGE_DESK -> Optional.empty();
        };
    return team.map(found -> new Owner(found, route))
        .orElseGet(() -> new Owner(platform(), elsewhere(route)));
  }

  /** A table may send somewhere that is not known; then the desk takes it. */
  private static Route elsewhere(Route route) {
    return route == Route.PLATFORM ? Route.PLATFORM : Route.TRIAGE_DESK;
  }

  private Route route(Symptom symptom, boolean known) {
    Facts question =
        Facts.of("componentKnown", known)
            .and("recentlyDeployed", symptom.deployedBy().isPresent())
            .and("componentsAffected", symptom.componentsAffected())
            .and("infrastructure", symptom.infrastructure())
            .and("singleFeature", symptom.featureOf().isPresent());
    return decisions.decide("OwnerRouting", question).stream()
        .findFirst()
        .map(row -> Route.valueOf(row.text("route")))
        .orElse(Route.TRIAGE_DESK);
  }

  /** Also before anybody has defined a team: an alert is not lost for want of one. */
  private TeamId platform() {
    return people.teams().stream()
        .filter(team -> team.type() == Team.Type.PLATFORM)
        .findFirst()
        .or(() -> people.teams().stream().findFirst())
        .map(Team::id)
        .orElse(new TeamId("platform"));
  }
}
