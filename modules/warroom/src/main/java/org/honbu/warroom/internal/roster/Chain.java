package org.honbu.warroom.internal.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.TeamId;
import org.honbu.people.OnCallLevel;
import org.honbu.people.People;

/**
 * Whom a summons asks, in which order (DOMAIN 2.4): the named person, the next of their team, then
 * the team's on-call. A team without anybody on call is asked member by member.
 */
@ApplicationScoped
class Chain {
  private final People people;
  private final Clock clock;

  @Inject
  Chain(People people, Clock clock) {
    this.people = people;
    this.clock = clock;
  }

  /** The team whose people follow the person: the incident's own before any other of theirs. */
  Optional<TeamId> teamOf(PersonId person, TeamId incidents) {
    Set<TeamId> teams = people.teamsOf(person);
    return teams.contains(incidents)
        ? Optional.of(incidents)
        : teams.stream().min((one, other) -> one.value().compareTo(other.value()));
  }

  List<PersonId> from(PersonId named, Optional<TeamId> team) {
    var chain = new LinkedHashSet<PersonId>();
    chain.add(named);
    team.flatMap(theirs -> nextOf(named, theirs)).ifPresent(chain::add);
    team.ifPresent(theirs -> chain.addAll(onCall(theirs)));
    return List.copyOf(chain);
  }

  List<PersonId> of(TeamId team) {
    List<PersonId> onCall = onCall(team);
    return onCall.isEmpty() ? people.members(team) : onCall;
  }

  private List<PersonId> onCall(TeamId team) {
    var chain = new LinkedHashSet<PersonId>();
    chain.addAll(people.onCall(team, OnCallLevel.PRIMARY, clock.instant()));
    chain.addAll(people.onCall(team, OnCallLevel.SECONDARY, clock.instant()));
    return new ArrayList<>(chain);
  }

  /** Whoever comes after them in the team's list, which begins again at its end. */
  private Optional<PersonId> nextOf(PersonId named, TeamId team) {
    List<PersonId> members = people.members(team);
    int place = members.indexOf(named);
    return place < 0 || members.size() < 2
        ? Optional.empty()
        : Optional.of(members.get((place + 1) % members.size()));
  }
}
