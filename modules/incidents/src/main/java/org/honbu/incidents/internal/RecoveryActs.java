package org.honbu.incidents.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.honbu.incidents.IncidentState;
import org.honbu.incidents.Outcome;
import org.honbu.incidents.PublicPhase;
import org.honbu.incidents.Undoable;
import org.honbu.kernel.Actor;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;

/** Decides and writes the way from the cause to the end of the harm, and back when it returns. */
@ApplicationScoped
class RecoveryActs {
  /** ST-G3; TM30. */
  private static final Duration REOPEN_WINDOW = Duration.ofDays(1);

  private static final Words PUBLIC_WAITS =
      new Words(
          "お客さまへの「復旧」のお知らせがまだです。先に公開してください",
          "The public was told of the problem and not yet of its end. Publish that first");
  private static final Words TOO_LATE =
      new Words(
          "復旧から 24 時間を過ぎています。新しいインシデントを宣言してください",
          "It was resolved more than 24 hours ago. Declare a new incident");

  private final IncidentStore store;
  private final Book book;
  private final Responders responders;
  private final UndoOffers undo;
  private final Reinstating reinstating;
  private final Names names;

  @Inject
  RecoveryActs(
      IncidentStore store,
      Book book,
      Responders responders,
      UndoOffers undo,
      Reinstating reinstating,
      Names names) {
    this.store = store;
    this.book = book;
    this.responders = responders;
    this.undo = undo;
    this.reinstating = reinstating;
    this.names = names;
  }

  Outcome identify(IncidentId incident, String cause, PersonId by) {
    String what = Fields.needed("cause", cause, Fields.REASON_LENGTH);
    Incident record = book.lockOpen(incident);
    if (record.state() == IncidentState.IDENTIFIED) {
      return new Outcome.AlreadyDone();
    }
    if (!responders.mayLead(record, by)) {
      return responders.notTheLeader(record, by);
    }
    book.move(record, IncidentState.IDENTIFIED);
    book.line(
        record,
        Actor.person(by),
        "identified",
        new Words("原因がわかりました：{1}", "The cause is known: {1}"),
        Names.same(what));
    store.flush();
    return Outcome.done();
  }

  Outcome declareMitigated(IncidentId incident, String how, PersonId by) {
    Incident record = book.lockOpen(incident);
    if (record.state() == IncidentState.MITIGATED) {
      return new Outcome.AlreadyDone();
    }
    if (!responders.mayLead(record, by)) {
      return responders.notTheLeader(record, by);
    }
    book.move(record, IncidentState.MITIGATED);
    record.mitigated(by);
    book.line(
        record,
        Actor.person(by),
        "mitigated",
        new Words("{0} さん：影響は止まりました {1}", "{0}: the impact has stopped {1}"),
        Names.same(how));
    store.flush();
    return Outcome.done();
  }

  Outcome verify(IncidentId incident, PersonId by) {
    Incident record = book.lockOpen(incident);
    if (record.state() == IncidentState.MONITORING) {
      return new Outcome.AlreadyDone();
    }
    Transitions.check(incident.value(), record.state(), IncidentState.MONITORING);
    if (!responders.mayRespond(record, by)) {
      return responders.notAResponder(record, by);
    }
    Optional<Words> no = AnotherPersonVerifies.ask(record.mitigatedBy(), by);
    if (no.isPresent()) {
      return new Outcome.NotAllowed(book.refused(record, by, Names.fill(no.get(), names.of(by))));
    }
    book.move(record, IncidentState.MONITORING);
    book.line(
        record,
        Actor.person(by),
        "verified",
        new Words("{0} さんが影響の停止を確かめました", "{0} verified that the impact has stopped"));
    store.flush();
    return Outcome.done();
  }

  Outcome recurred(IncidentId incident, String what, Actor by) {
    Incident record = book.lockOpen(incident);
    if (record.state() != IncidentState.MITIGATED && record.state() != IncidentState.MONITORING) {
      return new Outcome.AlreadyDone();
    }
    book.move(record, IncidentState.INVESTIGATING);
    book.line(
        record, by, "recurred", new Words("再発しました {1}", "It came back {1}"), Names.same(what));
    store.flush();
    return Outcome.done();
  }

  Outcome declareResolved(IncidentId incident, String summary, PersonId by) {
    Incident record = book.lock(incident);
    if (record.state() == IncidentState.RESOLVED) {
      return new Outcome.AlreadyDone();
    }
    Transitions.check(incident.value(), record.state(), IncidentState.RESOLVED);
    if (!responders.mayLead(record, by)) {
      return responders.notTheLeader(record, by);
    }
    if (publicWaits(record)) {
      return new Outcome.NotNow(book.refused(record, by, PUBLIC_WAITS));
    }
    Before before = undo.before(record);
    book.move(record, IncidentState.RESOLVED);
    book.line(
        record,
        Actor.person(by),
        "resolved",
        new Words("{0} さんが復旧を宣言しました {1}", "{0} declared it resolved {1}"),
        Names.same(summary));
    undo.offer(record, Undoable.RESOLUTION, by, before, book.standDown(record));
    store.flush();
    return Outcome.done();
  }

  private static boolean publicWaits(Incident record) {
    return record.publicPhase() != PublicPhase.NONE && record.publicPhase() != PublicPhase.RESOLVED;
  }

  Outcome reopen(IncidentId incident, String reason, PersonId by) {
    String why = Fields.needed("reason", reason, Fields.REASON_LENGTH);
    Incident record = book.lock(incident);
    if (record.state() == IncidentState.INVESTIGATING) {
      return new Outcome.AlreadyDone();
    }
    Transitions.check(incident.value(), record.state(), IncidentState.INVESTIGATING);
    boolean late =
        record
            .times()
            .resolvedAt()
            .filter(at -> record.state() == IncidentState.RESOLVED)
            .filter(at -> book.now().isAfter(at.plus(REOPEN_WINDOW)))
            .isPresent();
    if (late) {
      return new Outcome.NotNow(book.refused(record, by, TOO_LATE));
    }
    reopen(record, Actor.person(by), new Words("{0} さんが再開しました：{1}", "{0} reopened it: {1}"), why);
    return Outcome.done();
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
