package org.honbu.people.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Problem;
import org.honbu.kernel.ProblemException;
import org.honbu.kernel.TeamId;
import org.honbu.kernel.Words;
import org.honbu.people.Component;
import org.honbu.people.ContactPoint;
import org.honbu.people.OnCallLevel;
import org.honbu.people.Organisation;
import org.honbu.people.Rotation;
import org.honbu.people.Team;

/** Writes how the organisation is built into our rows. */
@ApplicationScoped
@Transactional
class LiveOrganisation implements Organisation {
  static final Problem NOT_A_ROTATION =
      new Problem(
          "HB-2001",
          Problem.Owner.CALLER,
          400,
          new Words(
              "{0}：当番を交代制で決められるのは第 1 段と第 2 段だけです",
              "{0}: only levels 1 and 2 of a team take turns"));

  private final OrganisationStore store;

  @Inject
  LiveOrganisation(OrganisationStore store) {
    this.store = store;
  }

  @Override
  public void define(Team team) {
    store.put(team);
  }

  @Override
  public void join(PersonId person, TeamId team) {
    store.put(person, team);
  }

  @Override
  public void define(Component component) {
    store.put(component);
  }

  @Override
  public void define(TeamId team, OnCallLevel level, Rotation rotation) {
    if (level != OnCallLevel.PRIMARY && level != OnCallLevel.SECONDARY) {
      throw new ProblemException(NOT_A_ROTATION, "level");
    }
    store.put(team, level, rotation);
  }

  @Override
  public void defineCommanderSchedule(Rotation rotation) {
    store.putCommanderSchedule(rotation);
  }

  @Override
  public void reach(PersonId person, ContactPoint contactPoint) {
    store.put(person, contactPoint);
  }
}
