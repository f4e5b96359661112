package org.honbu.people.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.TeamId;
import org.honbu.people.Role;
import org.honbu.workflow.Awaited;
import org.honbu.workflow.Directory;

/**
 * Shows the engine our people: standing roles and teams as its groups. Until the directory was
 * asked once, everybody would be sent away as a stranger, so readiness waits for that.
 */
@ApplicationScoped
class EngineDirectory implements Directory, Awaited {
  private final DirectoryCopy directory;
  private final OrganisationStore organisation;

  @Inject
  EngineDirectory(DirectoryCopy directory, OrganisationStore organisation) {
    this.directory = directory;
    this.organisation = organisation;
  }

  @Override
  public Optional<Entry> find(PersonId person) {
    return Optional.ofNullable(directory.trusted().get(person))
        .map(entry -> entry(entry, organisation.teamsOf(person)));
  }

  @Override
  public List<Entry> everybody() {
    Map<PersonId, Set<TeamId>> teams = new HashMap<>();
    for (MembershipRow row : organisation.memberships()) {
      teams.computeIfAbsent(row.person(), none -> new HashSet<>()).add(row.team());
    }
    return directory.trusted().values().stream()
        .map(entry -> entry(entry, teams.getOrDefault(entry.person().id(), Set.of())))
        .toList();
  }

  @Override
  public boolean isThere() {
    return directory.wasAsked();
  }

  private static Entry entry(Copy.Entry known, Set<TeamId> teams) {
    Set<String> groups = known.roles().stream().map(Role::group).collect(Collectors.toSet());
    teams.forEach(team -> groups.add(team.candidateGroup()));
    return new Entry(
        known.person().id(),
        known.person().family(),
        known.person().given(),
        known.email().orElse(""),
        groups);
  }
}
