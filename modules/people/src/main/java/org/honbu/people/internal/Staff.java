package org.honbu.people.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.honbu.kernel.PersonId;
import org.honbu.people.Lack;
import org.honbu.people.OnCallLevel;
import org.honbu.people.Post;
import org.honbu.people.Role;
import org.honbu.people.Seat;
import org.honbu.people.Watch;
import org.honbu.people.internal.LiveReadiness.Shift;

/**
 * Who could be called, and who could not and why.
 *
 * @param known the directory; empty before Keycloak has ever answered, when the schedule is
 *     believed
 * @param holders of the roles that seats ask for, by name
 * @param reachable whom any message can reach
 */
record Staff(
    Optional<Map<PersonId, Copy.Entry>> known,
    Map<Role, List<PersonId>> holders,
    Set<PersonId> reachable) {

  /** How a rung stands while these people should stand on it. */
  Watch watch(Post post, Shift shift) {
    List<PersonId> ready = new ArrayList<>();
    List<Lack> lacks = new ArrayList<>();
    for (PersonId person : shift.people()) {
      lack(post.level(), person).ifPresentOrElse(lacks::add, () -> ready.add(person));
    }
    if (shift.people().isEmpty()) {
      lacks.add(Lack.NOBODY);
    }
    return new Watch(shift.when(), ready, lacks);
  }

  private Optional<Lack> lack(OnCallLevel level, PersonId person) {
    if (!isHere(person)) {
      return Optional.of(Lack.of(Lack.Why.GONE, person));
    }
    if (level == OnCallLevel.COMMANDERS && !holds(person, Role.INCIDENT_COMMANDER)) {
      return Optional.of(Lack.of(Lack.Why.NO_ROLE, person));
    }
    return reachable.contains(person)
        ? Optional.empty()
        : Optional.of(Lack.of(Lack.Why.NO_CONTACT, person));
  }

  private boolean isHere(PersonId person) {
    return known.map(copy -> copy.containsKey(person)).orElse(true);
  }

  /** Whether they hold the role; before Keycloak has ever answered, nobody can say that not. */
  boolean holds(PersonId person, Role role) {
    return known
        .map(copy -> Optional.ofNullable(copy.get(person)))
        .map(entry -> entry.map(one -> one.roles().contains(role)).orElse(false))
        .orElse(true);
  }

  Seat seat(Role role) {
    List<PersonId> all = holders.getOrDefault(role, List.of());
    return new Seat(
        role,
        all.stream().filter(reachable::contains).toList(),
        all.stream().filter(person -> !reachable.contains(person)).toList());
  }
}
