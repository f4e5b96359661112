package org.honbu.alerts.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.honbu.incidents.Activities;
import org.honbu.incidents.Work;
import org.honbu.kernel.TeamId;
import org.honbu.people.OwnerRouting;
import org.honbu.people.OwnerRouting.Symptom;
import org.honbu.people.People;

/**
 * Which team takes a problem first: the process owners' table says, and is told who deployed to the
 * component within the last hour (DM-3, デプロイしたチームが対処する). Of a person in several teams, the first by
 * id.
 */
@ApplicationScoped
class FirstTeam {
  private static final Duration LATELY = Duration.ofMinutes(60);

  private final OwnerRouting owners;
  private final Activities activities;
  private final People people;

  @Inject
  FirstTeam(OwnerRouting owners, Activities activities, People people) {
    this.owners = owners;
    this.activities = activities;
    this.people = people;
  }

  /**
   * The team.
   *
   * @param component as somebody named it
   * @param affected how many components show it
   */
  TeamId of(Optional<String> component, int affected, Instant now) {
    Optional<TeamId> deployed = component.flatMap(name -> deployedTo(name, now));
    return owners
        .ownerOf(new Symptom(component, deployed, affected, false, Optional.empty()))
        .team();
  }

  private Optional<TeamId> deployedTo(String component, Instant now) {
    return activities.on(component, now.minus(LATELY)).stream()
        .filter(activity -> activity.work() == Work.DEPLOY)
        .flatMap(activity -> activity.person().stream())
        .flatMap(person -> people.teamsOf(person).stream().sorted())
        .findFirst();
  }
}
