package org.honbu.context.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.honbu.context.Change;
import org.honbu.context.ChangeKind;
import org.honbu.context.Changes;
import org.honbu.incidents.Activities;
import org.honbu.incidents.Activity;
import org.honbu.incidents.Work;
import org.honbu.kernel.Ids;
import org.honbu.people.People;
import org.honbu.workflow.Retried;

/** Keeps changes, and knows of those that only the other door was told. */
@ApplicationScoped
@Retried
@Transactional
class RecordedChanges implements Changes {
  private static final int MOST = 100;

  private final ChangeStore store;
  private final Activities activities;
  private final People people;
  private final Ids ids;
  private final Clock clock;

  @Inject
  RecordedChanges(ChangeStore store, Activities activities, People people, Ids ids, Clock clock) {
    this.store = store;
    this.activities = activities;
    this.people = people;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public UUID told(Change change) {
    Optional<ChangeRow> before =
        change.externalId().flatMap(id -> store.find(change.integration(), id));
    if (before.isPresent()) {
      return before.get().id();
    }
    ChangeRow row =
        new ChangeRow(ids.next(), change, clock.instant().truncatedTo(ChronoUnit.MICROS));
    store.add(row);
    change.kind().work().ifPresent(work -> activities.heard(activity(change, work)));
    return row.id();
  }

  private Activity activity(Change change, Work work) {
    return new Activity(
        change.integration(),
        change.who(),
        people.meant(change.who()),
        work,
        Optional.of(change.component()),
        change.at(),
        change.url());
  }

  @Override
  public List<Change> on(Set<String> components, Instant since) {
    if (components.isEmpty()) {
      return List.of();
    }
    List<Change> told = store.on(components, since, MOST);
    Stream<Change> elsewhere =
        components.stream()
            .flatMap(component -> activities.on(component, since).stream())
            .flatMap(activity -> change(activity).stream())
            .filter(one -> told.stream().noneMatch(known -> isTheSame(known, one)));
    return Stream.concat(told.stream(), elsewhere)
        .sorted(Comparator.comparing(Change::at).reversed())
        .limit(MOST)
        .toList();
  }

  @Override
  public Optional<Instant> lastTold() {
    return store.lastTold();
  }

  /** What a person did to running systems by a shell is their work, not a change one rolls back. */
  private static Optional<Change> change(Activity activity) {
    Optional<ChangeKind> kind =
        Arrays.stream(ChangeKind.values())
            .filter(one -> one.work().equals(Optional.of(activity.work())))
            .findFirst();
    return kind.map(
        known ->
            new Change(
                activity.integration(),
                activity.component().orElseThrow(),
                known,
                activity.at(),
                activity.who(),
                "",
                activity.link(),
                Optional.empty()));
  }

  private static boolean isTheSame(Change one, Change other) {
    return one.component().equals(other.component())
        && one.kind() == other.kind()
        && one.at().equals(other.at())
        && one.who().equals(other.who());
  }
}
