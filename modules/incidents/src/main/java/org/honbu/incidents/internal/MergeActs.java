package org.honbu.incidents.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.honbu.incidents.Impact;
import org.honbu.incidents.IncidentMerged;
import org.honbu.incidents.IncidentState;
import org.honbu.kernel.Actor;
import org.honbu.kernel.Ids;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.ProblemException;
import org.honbu.kernel.Words;

/** Decides and writes which of two incidents goes on for both. */
@ApplicationScoped
class MergeActs {
  private final IncidentStore store;
  private final Book book;
  private final Ids ids;
  private final Insiders insiders;

  @Inject
  MergeActs(IncidentStore store, Book book, Ids ids, Insiders insiders) {
    this.store = store;
    this.book = book;
    this.ids = ids;
    this.insiders = insiders;
  }

  /** What a merge did. */
  record Merged(IncidentId parent, IncidentId child, boolean changed) {}

  Merged merge(IncidentId one, IncidentId other, PersonId by) {
    if (one.equals(other)) {
      throw new ProblemException(IncidentProblems.MERGE_WITH_ITSELF, "with");
    }
    Map<IncidentId, Incident> both = store.lockAll(Set.of(one, other));
    refuseOutsiders(both.keySet(), by);
    boolean inOrder = one.compareTo(other) < 0;
    Incident older = known(both, inOrder ? one : other);
    Incident newer = known(both, inOrder ? other : one);
    if (older.kind() != newer.kind()) {
      throw new ProblemException(IncidentProblems.REAL_WITH_DRILL, one.value(), other.value());
    }
    Optional<Merged> before = mergedBefore(older, newer).or(() -> mergedBefore(newer, older));
    if (before.isPresent()) {
      return before.get();
    }
    boolean newerLeads = store.seat(newer.id()).isPresent() && store.seat(older.id()).isEmpty();
    Incident parent = newerLeads ? newer : older;
    Incident child = newerLeads ? older : newer;
    if (!parent.state().isOpen()) {
      throw new ProblemException(
          IncidentProblems.OVER, parent.id().value(), parent.state().label().both());
    }
    Before stood = Before.of(child, store.seat(child.id()));
    book.move(child, IncidentState.MERGED);
    child.mergedInto(parent.id());
    var merge = new Merge(ids.next(), child.id(), parent.id(), stood, by, book.standDown(child));
    moveSignals(merge);
    store.add(merge);
    Impact.DataSecurity data = parent.impact().dataSecurity();
    parent.dataIs(data.orGraver(child.impact().dataSecurity()));
    parent.owesTheEndOf(child);
    Words sentence = new Words("{1} を {2} に統合しました", "{1} became part of {2}");
    for (Incident record : List.of(child, parent)) {
      book.line(
          record,
          Actor.person(by),
          "merged",
          sentence,
          Names.same(child.id().value()),
          Names.same(parent.id().value()));
    }
    book.rated(parent, data);
    // What is known of one is known of the other from now on, so neither says more than the other.
    HarmedDataIsPrivate.asTheOther(parent, child, store, book);
    HarmedDataIsPrivate.asTheOther(child, parent, store, book);
    book.announce(child, new IncidentMerged(child.id(), child.kind(), parent.id(), book.now()));
    store.flush();
    return new Merged(parent.id(), child.id(), true);
  }

  /** Who is inside one is inside both afterwards: nobody lets themselves in by merging. */
  private void refuseOutsiders(Set<IncidentId> both, PersonId by) {
    Set<IncidentId> hidden = insiders.over(both, by).hidden();
    if (!hidden.isEmpty()) {
      throw new ProblemException(IncidentProblems.OUTSIDE, hidden.iterator().next().value());
    }
  }

  /** What cried at the merged one cries at the survivor, and is taken back there. */
  private void moveSignals(Merge merge) {
    for (ReceivedSignal signal : store.signals(merge.child())) {
      boolean cries = signal.isCrying();
      Optional<ReceivedSignal> same = store.signal(merge.parent(), signal.view().fingerprint());
      same.ifPresentOrElse(
          known -> known.absorb(signal, book.now()), () -> signal.moveTo(merge.parent()));
      if (same.isEmpty() || cries) {
        merge.took(signal.id(), same.isPresent());
      }
    }
  }

  static Incident known(Map<IncidentId, Incident> records, IncidentId incident) {
    return Optional.ofNullable(records.get(incident)).orElseThrow(() -> Book.unknown(incident));
  }

  private static Optional<Merged> mergedBefore(Incident child, Incident parent) {
    return child
        .parent()
        .filter(parent.id()::equals)
        .map(into -> new Merged(into, child.id(), false));
  }
}
