package org.honbu.incidents.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.honbu.incidents.Declaration;
import org.honbu.incidents.IncidentState;
import org.honbu.incidents.Source;
import org.honbu.kernel.Actor;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;

/**
 * Decides and writes what becomes of an incident that was over and is not (ST-G3, ST-9): soon after
 * its end it is open again; later a new incident follows it, which links to it.
 */
@ApplicationScoped
class ReopeningActs {
  /** TM30. */
  private static final Duration WINDOW = Duration.ofDays(1);

  private final IncidentStore store;
  private final Book book;
  private final DeclaringActs declaring;
  private final UndoOffers undo;
  private final Reinstating reinstating;

  @Inject
  ReopeningActs(
      IncidentStore store,
      Book book,
      DeclaringActs declaring,
      UndoOffers undo,
      Reinstating reinstating) {
    this.store = store;
    this.book = book;
    this.declaring = declaring;
    this.undo = undo;
    this.reinstating = reinstating;
  }

  /**
   * Where people respond now.
   *
   * @param changed whether it is the same incident, open again
   */
  record Reopened(IncidentId open, boolean changed) {}

  Reopened reopen(IncidentId incident, String reason, PersonId by) {
    String why = Fields.needed("reason", reason, Fields.REASON_LENGTH);
    Incident record = book.lock(incident);
    if (record.state() == IncidentState.INVESTIGATING) {
      return new Reopened(incident, false);
    }
    if (isLongOver(record)) {
      return new Reopened(followed(record, why, by), false);
    }
    Transitions.check(incident.value(), record.state(), IncidentState.INVESTIGATING);
    reopen(record, Actor.person(by), new Words("{0} さんが再開しました：{1}", "{0} reopened it: {1}"), why);
    return new Reopened(incident, true);
  }

  private boolean isLongOver(Incident record) {
    return switch (record.state()) {
      case RESOLVED, POSTMORTEM ->
          record.times().resolvedAt().filter(at -> book.now().isAfter(at.plus(WINDOW))).isPresent();
      case CLOSED -> true;
      case REPORTED,
          TRIAGE,
          INVESTIGATING,
          IDENTIFIED,
          MITIGATED,
          MONITORING,
          FALSE_ALARM,
          MERGED,
          ABORTED ->
          false;
    };
  }

  /** Pressed again while the follower is open, it is the same follower. */
  private IncidentId followed(Incident record, String why, PersonId by) {
    String link = "/incidents/" + record.id().value();
    Optional<Incident> follower = store.openThatLinksTo(link);
    if (follower.isPresent()) {
      return follower.get().id();
    }
    IncidentId next = declaring.declare(again(record, link, by));
    HarmedDataIsPrivate.asTheOther(record, store.find(next).orElseThrow(), store, book);
    Words sentence =
        new Words(
            "{1} の復旧から時間がたっているので、{2} として対応します：{3}",
            "{1} was resolved long ago; {2} goes on where it came back: {3}");
    for (Incident one : List.of(record, store.find(next).orElseThrow())) {
      book.line(
          one,
          Actor.person(by),
          "followed",
          sentence,
          Names.same(record.id().value()),
          Names.same(next.value()),
          Names.same(why));
    }
    store.flush();
    return next;
  }

  private Declaration again(Incident record, String link, PersonId by) {
    return new Declaration(
        record.what(),
        record.kind(),
        Source.EMPLOYEE,
        Actor.person(by),
        record.component(),
        Optional.of(record.team()),
        record.impact(),
        record.visibility(),
        Optional.empty(),
        book.now(),
        Optional.of(link));
  }

  /** While nobody has left the room, it stays open with its commander: it was not the end. */
  private void reopen(Incident record, Actor by, Words sentence, String why) {
    for (OfferedUndo end : undo.unsettledEnds(record.id())) {
      reinstating.standUp(record, end);
      end.end(OfferedUndo.Ending.OPENED_AGAIN, book.now());
    }
    book.move(record, IncidentState.INVESTIGATING);
    book.line(record, by, "reopened", sentence, Names.same(why));
    store.flush();
  }

  /** Whether it was resolved after that moment and is open again now. */
  boolean reopenIfResolvedSince(IncidentId incident, Instant since, String what, Actor by) {
    Incident record = book.lock(incident);
    boolean justNow =
        record.state() == IncidentState.RESOLVED
            && record.times().resolvedAt().filter(at -> at.isAfter(since)).isPresent();
    if (justNow) {
      reopen(record, by, new Words("また鳴ったので再開しました：{1}", "Open again, because it cries: {1}"), what);
    }
    return justNow;
  }
}
