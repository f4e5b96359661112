package org.honbu.incidents.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.honbu.incidents.TakesPart;
import org.honbu.incidents.Veil;
import org.honbu.kernel.Actor;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.people.OnCallLevel;
import org.honbu.people.People;
import org.honbu.people.Role;

/**
 * Who is inside a private incident (ADR-0013): whoever told of it, answered, had a duty in it or
 * was asked to, now or before; who is on call for the team it belongs to; whom the modules above
 * name; and privacy officers. What became one is one: who is inside one part is inside all of it.
 */
@ApplicationScoped
class Insiders {
  private static final List<OnCallLevel> OF_THE_TEAM =
      List.of(OnCallLevel.PRIMARY, OnCallLevel.SECONDARY);

  private final IncidentStore store;
  private final People people;
  private final Iterable<TakesPart> others;
  private final Clock clock;

  @Inject
  Insiders(IncidentStore store, People people, @Any Instance<TakesPart> others, Clock clock) {
    this(store, people, (Iterable<TakesPart>) others, clock);
  }

  Insiders(IncidentStore store, People people, Iterable<TakesPart> others, Clock clock) {
    this.store = store;
    this.people = people;
    this.others = others;
    this.clock = clock;
  }

  Veil over(Collection<IncidentId> incidents, PersonId reader) {
    Set<IncidentId> privates = store.privateAmong(incidents);
    if (privates.isEmpty()) {
      return Veil.NONE;
    }
    return people.hasRole(reader, Role.PRIVACY_OFFICER)
        ? new Veil(privates, Set.of())
        : new Veil(privates, hidden(privates, reader));
  }

  private Set<IncidentId> hidden(Set<IncidentId> privates, PersonId reader) {
    List<Incident> family = store.family(privates);
    Set<IncidentId> all = family.stream().map(Incident::id).collect(Collectors.toSet());
    Set<IncidentId> inside = new HashSet<>(store.servedIn(all, reader));
    family.stream().filter(one -> knows(one, reader)).map(Incident::id).forEach(inside::add);
    others.forEach(module -> inside.addAll(module.among(all, reader)));
    Set<IncidentId> hidden = new TreeSet<>(privates);
    for (Incident one : family) {
      if (inside.contains(one.id())) {
        IncidentId whole = one.parent().orElse(one.id());
        family.stream()
            .filter(other -> other.parent().orElse(other.id()).equals(whole))
            .map(Incident::id)
            .forEach(hidden::remove);
      }
    }
    return hidden;
  }

  private boolean knows(Incident record, PersonId reader) {
    return record.reporter().equals(Actor.person(reader))
        || record.tookPart(reader)
        || (record.state().isOpen() && isOnCall(record, reader));
  }

  /** The rungs that are called at once; whoever is called later is inside by that call. */
  private boolean isOnCall(Incident record, PersonId reader) {
    Stream<OnCallLevel> rungs =
        record.isMajor()
            ? Stream.concat(OF_THE_TEAM.stream(), Stream.of(OnCallLevel.COMMANDERS))
            : OF_THE_TEAM.stream();
    return rungs.anyMatch(
        level -> people.onCall(record.team(), level, clock.instant()).contains(reader));
  }
}
