package org.honbu.incidents.internal;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.honbu.incidents.TimelineEntry;
import org.honbu.kernel.Actor;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;

/** What stands beside the records, in the same memory. */
final class MemoryCareStore implements CareStore {
  private final MemoryStore store;

  MemoryCareStore(MemoryStore store) {
    this.store = store;
  }

  @Override
  public Optional<HeardActivity> activity(UUID activity) {
    return store.all(HeardActivity.class).filter(row -> row.id().equals(activity)).findFirst();
  }

  @Override
  public List<HeardActivity> activitiesOn(String component, Instant since, int most) {
    return store
        .all(HeardActivity.class)
        .filter(row -> row.view().component().equals(Optional.of(component)))
        .filter(row -> !row.view().at().isBefore(since))
        .sorted(Comparator.comparing((HeardActivity row) -> row.view().at()).reversed())
        .limit(most)
        .toList();
  }

  @Override
  public Set<IncidentId> concerned(Optional<PersonId> person, Optional<String> component) {
    Set<IncidentId> found = new TreeSet<>();
    for (Incident record : store.incidents()) {
      boolean onIt =
          record.kind() == Kind.REAL
              && component.isPresent()
              && record.component().equals(component);
      boolean theirs =
          person.isPresent() && store.seat(record.id()).map(Seat::holder).equals(person);
      if (record.state().isOpen() && (onIt || theirs)) {
        found.add(record.id());
      }
    }
    return found;
  }

  @Override
  public List<Sign> signs(IncidentId incident, int epoch) {
    return store
        .all(Sign.class)
        .filter(row -> row.incident().equals(incident) && row.epoch() == epoch)
        .toList();
  }

  @Override
  public List<Question> questions(IncidentId incident, int epoch) {
    return store
        .all(Question.class)
        .filter(row -> row.incident().equals(incident) && row.epoch() == epoch)
        .toList();
  }

  @Override
  public Optional<Presence> presence(IncidentId incident, PersonId person) {
    return store
        .all(Presence.class)
        .filter(row -> row.key().equals(Presence.Key.of(incident, person)))
        .findFirst();
  }

  @Override
  public Optional<Instant> lastAct(IncidentId incident, PersonId person, Set<String> otherThan) {
    return store.timeline(incident).stream()
        .filter(entry -> entry.actor().equals(Actor.person(person)))
        .filter(entry -> !otherThan.contains(entry.type()))
        .map(TimelineEntry::at)
        .max(Instant::compareTo);
  }
}
