package org.honbu.people.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.people.Contribution;
import org.honbu.people.Level;
import org.honbu.people.LevelRecord;
import org.honbu.people.LevelRecords;
import org.honbu.people.People;
import org.honbu.people.Role;

/** Writes down what people did, and sees how far that brings them. */
@ApplicationScoped
@Transactional
class LiveLevelRecords implements LevelRecords {
  private final People people;
  private final LevelStore store;

  @Inject
  LiveLevelRecords(People people, LevelStore store) {
    this.people = people;
    this.store = store;
  }

  @Override
  public void came(PersonId person, IncidentId incident, Instant at) {
    store.add(person, incident, at);
  }

  @Override
  public void contributed(Contribution contribution) {
    store.add(contribution);
  }

  @Override
  public LevelRecord of(PersonId person) {
    List<Contribution> contributions = store.contributions(person);
    int incidents = store.incidents(person);
    Level earned = incidents > 0 || !contributions.isEmpty() ? Level.L1 : Level.L0;
    Level granted = granted(people.rolesOf(person));
    Level level = granted.compareTo(earned) > 0 ? granted : earned;
    return new LevelRecord(level, incidents, contributions);
  }

  private static Level granted(Set<Role> roles) {
    if (roles.contains(Role.INCIDENT_COMMANDER)) {
      return Level.L5;
    }
    return roles.contains(Role.COMMANDER_TRAINEE) ? Level.L3 : Level.L0;
  }
}
