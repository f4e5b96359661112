package org.honbu.incidents.internal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.honbu.incidents.NextCommander;
import org.honbu.incidents.Standing;
import org.honbu.incidents.internal.OnlyQualifiedPeopleTakeCommand.Answer;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.people.OnCallLevel;
import org.honbu.people.People;
import org.honbu.people.Person;
import org.honbu.people.Role;

/** For tests that need no ranking: whoever is on the commander schedule first, then by name. */
class QualifiedCommanders implements NextCommander {
  private final IncidentStore store;
  private final CommandActs command;
  private final People people;
  private final Clock clock;

  QualifiedCommanders(IncidentStore store, CommandActs command, People people, Clock clock) {
    this.store = store;
    this.command = command;
    this.people = people;
    this.clock = clock;
  }

  @Override
  public List<PersonId> candidates(IncidentId incident, Set<PersonId> except) {
    Incident record = store.find(incident).orElseThrow(() -> Book.unknown(incident));
    Set<PersonId> all =
        new LinkedHashSet<>(people.onCall(record.team(), OnCallLevel.COMMANDERS, clock.instant()));
    people.withRole(Role.INCIDENT_COMMANDER).stream().map(Person::id).forEach(all::add);
    List<PersonId> able = new ArrayList<>(all);
    able.removeAll(except);
    store.seat(incident).ifPresent(seat -> able.remove(seat.holder()));
    able.removeIf(person -> !isQualified(record, person));
    return List.copyOf(able);
  }

  private boolean isQualified(Incident record, PersonId person) {
    return command.mayCommand(record, person) instanceof Answer.As as
        && as.standing() == Standing.HELD;
  }
}
