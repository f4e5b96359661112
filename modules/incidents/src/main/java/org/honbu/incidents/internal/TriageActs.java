package org.honbu.incidents.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.honbu.incidents.AnswerOutcome;
import org.honbu.incidents.DutyKind;
import org.honbu.incidents.Impact;
import org.honbu.incidents.IncidentAcknowledged;
import org.honbu.incidents.IncidentState;
import org.honbu.incidents.IncidentTriaged;
import org.honbu.incidents.Outcome;
import org.honbu.incidents.Room;
import org.honbu.incidents.Triage;
import org.honbu.incidents.Undoable;
import org.honbu.kernel.Actor;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;

/** Decides and writes who has an incident, and what they take it for. */
@ApplicationScoped
class TriageActs {
  private final IncidentStore store;
  private final Book book;
  private final CommandActs command;
  private final EscalatingActs escalating;
  private final MergeActs merging;
  private final Responders responders;
  private final UndoOffers undo;
  private final Names names;

  @Inject
  TriageActs(
      IncidentStore store,
      Book book,
      CommandActs command,
      EscalatingActs escalating,
      MergeActs merging,
      Responders responders,
      UndoOffers undo,
      Names names) {
    this.store = store;
    this.book = book;
    this.command = command;
    this.escalating = escalating;
    this.merging = merging;
    this.responders = responders;
    this.undo = undo;
    this.names = names;
  }

  AnswerOutcome acknowledge(IncidentId incident, PersonId by) {
    Incident record = book.lock(incident);
    Optional<PersonId> first = record.answeredBy();
    if (first.isPresent()) {
      return answeredBefore(record, first.get(), by);
    }
    if (!record.state().isOpen()) {
      return new AnswerOutcome.Over();
    }
    Before before = undo.before(record);
    Instant now = book.now();
    record.answered(by, now);
    if (record.state() == IncidentState.REPORTED) {
      book.move(record, IncidentState.TRIAGE);
    }
    if (record.room() == Room.OPEN && record.state() == IncidentState.TRIAGE) {
      // The room was opened before anybody had answered; in a room people investigate.
      book.move(record, IncidentState.INVESTIGATING);
    }
    book.serve(record, DutyKind.ONCALL, by);
    book.line(record, Actor.person(by), "acknowledged", new Words("{0} さんが応答しました", "{0} answered"));
    book.announce(record, new IncidentAcknowledged(record.id(), record.kind(), by, now));
    command.replaceStandIn(record, by);
    undo.offer(record, Undoable.ANSWER, by, before, now);
    store.flush();
    return new AnswerOutcome.First(now);
  }

  private AnswerOutcome answeredBefore(Incident record, PersonId first, PersonId by) {
    Instant at = record.acknowledgedAt().orElseThrow();
    if (first.equals(by)) {
      return new AnswerOutcome.First(at);
    }
    book.line(
        record,
        Actor.person(by),
        "answered-later",
        new Words("{0} さんも応答しました（{1} さんが先でした）", "{0} answered too, after {1}"),
        names.of(first));
    store.flush();
    return new AnswerOutcome.AlreadyAnswered(first, at);
  }

  Outcome triage(IncidentId incident, Triage triage, PersonId by) {
    Incident record = book.lockOpen(incident);
    if (!responders.mayRespond(record, by)) {
      return responders.notAResponder(record, by);
    }
    if (record.answeredBy().isEmpty()) {
      acknowledge(incident, by);
    }
    Impact.DataSecurity data = record.impact().dataSecurity();
    record.triaged(triage, by);
    book.line(
        record,
        Actor.person(by),
        "triaged",
        switch (triage.answer()) {
          case REAL -> new Words("トリアージ：本物です {1}", "Triage: it is real {1}");
          case FALSE_ALARM ->
              new Words("トリアージ：誤検知のようです {1}", "Triage: it looks like a false alarm {1}");
          case DUPLICATE -> new Words("トリアージ：重複です {1}", "Triage: it is a duplicate {1}");
        },
        Names.same(triage.note()));
    HarmedDataIsPrivate.after(record, store, book);
    if (triage.answer() == Triage.Answer.REAL && record.state() == IncidentState.TRIAGE) {
      book.move(record, IncidentState.INVESTIGATING);
    }
    book.announce(record, new IncidentTriaged(record.id(), record.kind(), by, book.now()));
    book.rated(record, data);
    store.flush();
    if (triage.answer() == Triage.Answer.DUPLICATE) {
      merging.merge(
          incident, triage.duplicateOf().orElseThrow(() -> Fields.missing("duplicateOf")), by);
    } else if (triage.escalateNow()) {
      escalating.escalate(incident, by);
    }
    return Outcome.done();
  }
}
