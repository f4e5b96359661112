package org.honbu.learning.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.honbu.incidents.Duty;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.IncidentView;
import org.honbu.incidents.TimelineEntry;
import org.honbu.kernel.Actor;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.TeamId;
import org.honbu.people.Component;
import org.honbu.people.People;

/** Who took part in an incident, by its duties and its timeline. */
@ApplicationScoped
class Participants {
  private final IncidentBoard board;
  private final People people;

  @Inject
  Participants(IncidentBoard board, People people) {
    this.board = board;
    this.people = people;
  }

  /** Everybody the directory still knows, first first. */
  List<PersonId> of(IncidentId incident) {
    Set<PersonId> took = new LinkedHashSet<>();
    board.view(incident).duties().stream().map(Duty::person).forEach(took::add);
    for (TimelineEntry line : board.timeline(incident)) {
      if (line.actor() instanceof Actor.Person person) {
        took.add(person.id());
      }
    }
    return took.stream().filter(person -> people.find(person).isPresent()).toList();
  }

  /** Those without the commander and without the teams of what broke. */
  List<PersonId> awayFromTheChange(IncidentId incident) {
    IncidentView view = board.view(incident);
    return of(incident).stream()
        .filter(person -> LastCommander.of(view).filter(person::equals).isEmpty())
        .filter(person -> !isNearTheChange(view, person))
        .toList();
  }

  private boolean isNearTheChange(IncidentView view, PersonId person) {
    Set<TeamId> teams = people.teamsOf(person);
    return teams.contains(view.team())
        || view.component()
            .flatMap(people::component)
            .map(Component::owner)
            .filter(teams::contains)
            .isPresent();
  }
}
