package org.honbu.incidents.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.honbu.incidents.IncidentState;
import org.honbu.incidents.Outcome;
import org.honbu.incidents.Undoable;
import org.honbu.kernel.Actor;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;

/** Decides and writes the way from the cause to the end of the harm. */
@ApplicationScoped
class RecoveryActs {
  private static final Words PUBLIC_WAITS =
      new Words(
          "お客様への「復旧」のお知らせがまだです。先に公開してください",
          "The public was told of the problem and not yet of its end. Publish that first");

  private final IncidentStore store;
  private final Book book;
  private final Responders responders;
  private final UndoOffers undo;
  private final Names names;

  @Inject
  RecoveryActs(
      IncidentStore store, Book book, Responders responders, UndoOffers undo, Names names) {
    this.store = store;
    this.book = book;
    this.responders = responders;
    this.undo = undo;
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
    return record.publicPhase().isUnderWay();
  }
}
