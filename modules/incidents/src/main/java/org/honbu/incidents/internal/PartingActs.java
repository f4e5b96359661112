package org.honbu.incidents.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.honbu.incidents.IncidentParted;
import org.honbu.incidents.IncidentState;
import org.honbu.incidents.Merges.Merged;
import org.honbu.incidents.Outcome;
import org.honbu.kernel.Actor;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.ProblemException;
import org.honbu.kernel.Words;
import org.honbu.people.People;
import org.honbu.people.Role;

/** Decides and writes that two incidents were not one after all. */
@ApplicationScoped
class PartingActs {
  private static final int LENGTH = 500;

  private static final Words STANDS_ALONE =
      new Words("どこにも統合されていません", "It is not part of any other incident");
  private static final Words TOO_LATE =
      new Words(
          "24 時間を過ぎたので、統合は取り消せません。まだ困っている人がいれば、新しく宣言してください",
          "More than 24 hours ago, so they stay one. Declare a new incident if people are still"
              + " affected");
  private static final Words THE_OTHER_FIRST =
      new Words(
          "{0} も統合されています。先にそちらの統合を取り消してください", "{0} is part of another, too: take that apart first");
  private static final Words ONLY_WHO_LEADS =
      new Words(
          "統合を取り消せるのは、{0} を指揮する {1} さんとプロセスオーナーです",
          "{1}, who leads {0}, or a process owner can take them apart");

  private static final Words ONLY_WHO_LEADS_OR_GUARDS =
      new Words(
          "非公開の統合を取り消せるのは、{0} を指揮する {1} さんと個人情報担当と、中にいるプロセスオーナーです",
          "They are private: {1}, who leads {0}, a privacy officer, or a process owner who takes"
              + " part can take them apart");

  private final IncidentStore store;
  private final Book book;
  private final Names names;
  private final CommandActs command;
  private final People people;

  @Inject
  PartingActs(IncidentStore store, Book book, Names names, CommandActs command, People people) {
    this.store = store;
    this.book = book;
    this.names = names;
    this.command = command;
    this.people = people;
  }

  Outcome takeApart(IncidentId child, String reason, PersonId by) {
    String why = needed(reason);
    Optional<IncidentId> into = find(child).parent();
    Map<IncidentId, Incident> both =
        store.lockAll(into.map(parent -> Set.of(child, parent)).orElse(Set.of(child)));
    Incident record = MergeActs.known(both, child);
    Optional<Merge> merge = last(child).filter(m -> both.containsKey(m.parent()));
    if (merge.isEmpty()) {
      return wasParted(child) ? new Outcome.AlreadyDone() : notNow(record, by, STANDS_ALONE);
    }
    Incident parent = MergeActs.known(both, merge.get().parent());
    if (!mayPart(parent, by)) {
      Words who =
          Names.fill(
              parent.isPrivate() ? ONLY_WHO_LEADS_OR_GUARDS : ONLY_WHO_LEADS,
              Names.same(parent.id().value()),
              leader(parent).map(names::of).orElse(Names.same("–")));
      return new Outcome.NotAllowed(book.refused(record, by, who));
    }
    if (book.now().isAfter(merge.get().view().until())) {
      return notNow(record, by, TOO_LATE);
    }
    if (parent.state() == IncidentState.MERGED) {
      return notNow(record, by, Names.fill(THE_OTHER_FIRST, Names.same(parent.id().value())));
    }
    part(record, parent, merge.get(), why, by);
    return Outcome.done();
  }

  private Outcome notNow(Incident record, PersonId by, Words why) {
    return new Outcome.NotNow(book.refused(record, by, why));
  }

  private void part(Incident record, Incident parent, Merge merge, String why, PersonId by) {
    Instant now = book.now();
    int back = giveBack(merge);
    record.standsAlone();
    parent.owesOnlyTheEndOf(
        store.parts(parent.id()).stream().filter(part -> !part.id().equals(record.id())).toList());
    merge.part(by, now);
    Words sentence =
        new Words(
            "{0} さんが {1} を {2} から切り離しました。戻ったシグナルは {3} 件です。理由：{4}",
            "{0} took {1} out of {2}; signals that went back: {3}. Why: {4}");
    for (Incident one : List.of(record, parent)) {
      book.line(
          one,
          Actor.person(by),
          "parted",
          sentence,
          Names.same(record.id().value()),
          Names.same(parent.id().value()),
          Names.same(String.valueOf(back)),
          Names.same(why));
    }
    // Before it moves: whoever goes on with it needs its process first.
    book.announce(
        record, new IncidentParted(record.id(), record.kind(), parent.id(), merge.mergedAt(), now));
    book.moveBack(record, merge.stateBefore());
    serveAgain(record, merge, by);
    store.flush();
  }

  /** What went with it cries here again; what the other knew already goes on at both. */
  private int giveBack(Merge merge) {
    Map<UUID, Boolean> took = merge.signals();
    List<ReceivedSignal> there = store.signals(merge.parent());
    List<ReceivedSignal> theirs =
        there.stream().filter(signal -> took.containsKey(signal.id())).toList();
    for (ReceivedSignal signal : theirs) {
      if (took.getOrDefault(signal.id(), false)) {
        store
            .signal(merge.parent(), signal.view().fingerprint())
            .filter(ReceivedSignal::isCrying)
            .ifPresent(same -> signal.again(same.lastAt()));
      } else {
        signal.moveTo(merge.child());
      }
    }
    return theirs.size();
  }

  /** Whoever served at the merge serves again; the room is open again, with a commander. */
  private void serveAgain(Incident record, Merge merge, PersonId by) {
    store.services(record.id()).stream()
        .filter(service -> service.endedAt().filter(merge.mergedAt()::equals).isPresent())
        .forEach(service -> book.serve(record, service.kind(), service.person()));
    store.intervals(record.id()).stream()
        .filter(interval -> interval.endedAt().filter(merge.mergedAt()::equals).isPresent())
        .max(Comparator.comparingInt(Interval::epoch))
        .ifPresent(last -> command.openAgain(record, last, merge.wasStandIn(), by));
  }

  Optional<Merged> merged(IncidentId child) {
    return last(child).map(Merge::view).filter(merge -> !book.now().isAfter(merge.until()));
  }

  boolean mayTakeApart(IncidentId child, PersonId person) {
    return merged(child).filter(merge -> mayPart(find(merge.parent()), person)).isPresent();
  }

  /** A process owner who stands outside a private one cannot: then a privacy officer is there. */
  private boolean mayPart(Incident parent, PersonId person) {
    return leader(parent).filter(person::equals).isPresent()
        || people.hasRole(person, Role.PROCESS_OWNER)
        || (parent.isPrivate() && people.hasRole(person, Role.PRIVACY_OFFICER));
  }

  /** The commander; without a room, who answered. */
  private Optional<PersonId> leader(Incident parent) {
    return store.seat(parent.id()).map(Seat::holder).or(parent::answeredBy);
  }

  private Optional<Merge> last(IncidentId child) {
    return store.merges(child).stream().filter(Merge::holds).reduce((older, newer) -> newer);
  }

  private boolean wasParted(IncidentId child) {
    return !store.merges(child).isEmpty();
  }

  private Incident find(IncidentId incident) {
    return store.find(incident).orElseThrow(() -> Book.unknown(incident));
  }

  private static String needed(String reason) {
    String said = reason.strip();
    if (said.isEmpty() || said.length() > LENGTH) {
      throw new ProblemException(IncidentProblems.FIELD_NEEDED, "reason", LENGTH);
    }
    return said;
  }
}
