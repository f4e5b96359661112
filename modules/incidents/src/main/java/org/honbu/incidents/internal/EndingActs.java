package org.honbu.incidents.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.honbu.incidents.IncidentState;
import org.honbu.incidents.IncidentView.Triaged;
import org.honbu.incidents.Outcome;
import org.honbu.incidents.OwedReviews;
import org.honbu.incidents.Triage;
import org.honbu.incidents.Undoable;
import org.honbu.kernel.Actor;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;

/** Decides and writes the ends other than a resolution: closed, or a false alarm. */
@ApplicationScoped
class EndingActs {
  private static final Words STILL_CRYING =
      new Words("まだ鳴っているアラートがあります", "A signal has not cleared yet");
  private static final Words NOT_REVIEWED =
      new Words("振り返りがまだ終わっていません", "Its review is not finished yet");
  private static final Words NOT_TRIAGED_FALSE =
      new Words("誤検知という見立てがまだありません", "Nobody has called it a false alarm yet");

  private static final Words PUBLIC_WAITS =
      new Words(
          "お客様にはもうお知らせしています。先に「影響はありませんでした」と公開してください",
          "The public was told of it. Publish “no impact” first");

  private final IncidentStore store;
  private final Book book;
  private final Responders responders;
  private final UndoOffers undo;
  private final Names names;
  private final OwedReviews reviews;

  @Inject
  EndingActs(
      IncidentStore store,
      Book book,
      Responders responders,
      UndoOffers undo,
      Names names,
      OwedReviews reviews) {
    this.store = store;
    this.book = book;
    this.responders = responders;
    this.undo = undo;
    this.names = names;
    this.reviews = reviews;
  }

  Outcome close(IncidentId incident, Actor by) {
    Incident record = book.lock(incident);
    if (record.state() == IncidentState.CLOSED) {
      return new Outcome.AlreadyDone();
    }
    Transitions.check(incident.value(), record.state(), IncidentState.CLOSED);
    if (reviews.isOwed(incident)) {
      return reviewedFirst(record, by);
    }
    book.move(record, IncidentState.CLOSED);
    book.line(record, by, "closed", new Words("完了しました", "Closed"));
    store.flush();
    return Outcome.done();
  }

  /** ST-8: what was resolved waits for its review; a false alarm waits as what it is. */
  private Outcome reviewedFirst(Incident record, Actor by) {
    if (record.state() == IncidentState.RESOLVED) {
      book.move(record, IncidentState.POSTMORTEM);
      book.line(
          record,
          by,
          "postmortem",
          new Words("振り返りが終わるまで、完了にはしません", "It stays open until its review is finished"));
      store.flush();
    }
    return new Outcome.NotNow(NOT_REVIEWED);
  }

  Outcome confirmFalseAlarm(IncidentId incident, String reason, PersonId by) {
    Incident record = book.lock(incident);
    if (record.state() == IncidentState.FALSE_ALARM) {
      return new Outcome.AlreadyDone();
    }
    Transitions.check(incident.value(), record.state(), IncidentState.FALSE_ALARM);
    boolean commands = store.seat(incident).map(Seat::holder).filter(by::equals).isPresent();
    if (!commands) {
      Optional<PersonId> caller =
          record
              .triaged()
              .filter(triaged -> triaged.answer() == Triage.Answer.FALSE_ALARM)
              .map(Triaged::by);
      if (caller.isEmpty()) {
        return new Outcome.NotNow(book.refused(record, by, NOT_TRIAGED_FALSE));
      }
      Optional<Words> no = AnotherPersonVerifies.ask(caller, by);
      if (no.isPresent()) {
        return new Outcome.NotAllowed(book.refused(record, by, Names.fill(no.get(), names.of(by))));
      }
      if (!responders.mayRespond(record, by)) {
        return responders.notAResponder(record, by);
      }
    }
    if (publicWaits(record)) {
      return new Outcome.NotNow(book.refused(record, by, PUBLIC_WAITS));
    }
    Before before = undo.before(record);
    Instant ended = falseAlarm(record, reason, Actor.person(by));
    undo.offer(record, Undoable.FALSE_ALARM, by, before, ended);
    store.flush();
    return Outcome.done();
  }

  Outcome confirmFalseAlarmCleared(IncidentId incident, Actor by) {
    Incident record = book.lock(incident);
    if (record.state() == IncidentState.FALSE_ALARM) {
      return new Outcome.AlreadyDone();
    }
    List<ReceivedSignal> signals = store.signals(incident);
    if (signals.isEmpty() || signals.stream().anyMatch(ReceivedSignal::isCrying)) {
      return new Outcome.NotNow(STILL_CRYING);
    }
    if (publicWaits(record)) {
      return new Outcome.NotNow(PUBLIC_WAITS);
    }
    falseAlarm(record, "", by);
    store.flush();
    return Outcome.done();
  }

  /** Users were told of it and not yet that there was nothing (TP-4b). */
  private static boolean publicWaits(Incident record) {
    return record.publicPhase().isUnderWay();
  }

  private Instant falseAlarm(Incident record, String reason, Actor by) {
    book.move(record, IncidentState.FALSE_ALARM);
    book.line(
        record,
        by,
        "false-alarm",
        new Words(
            "誤検知でした。知らせてくれてありがとうございます {1}", "It was a false alarm. Thank you for telling us {1}"),
        Names.same(reason));
    return book.standDown(record);
  }
}
