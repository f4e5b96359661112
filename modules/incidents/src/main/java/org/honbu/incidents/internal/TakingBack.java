package org.honbu.incidents.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.honbu.incidents.DutyKind;
import org.honbu.kernel.Actor;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;

/** Brings a record back to where it was before an act, and writes the line that says so. */
@ApplicationScoped
class TakingBack {
  private static final String LINE = "taken-back";

  private final IncidentStore store;
  private final Book book;
  private final CommandActs command;
  private final Reinstating reinstating;
  private final Names names;

  @Inject
  TakingBack(
      IncidentStore store, Book book, CommandActs command, Reinstating reinstating, Names names) {
    this.store = store;
    this.book = book;
    this.command = command;
    this.reinstating = reinstating;
    this.names = names;
  }

  void takeBack(Incident record, OfferedUndo offer) {
    switch (offer.act()) {
      case ANSWER -> answer(record, offer);
      case ESCALATION -> escalation(record, offer);
      case RESOLUTION -> resolution(record, offer);
      case FALSE_ALARM -> falseAlarm(record, offer);
    }
  }

  private void answer(Incident record, OfferedUndo offer) {
    PersonId by = offer.person();
    record.unanswered();
    book.moveBack(record, offer.before().state());
    store.services(record.id()).stream()
        .filter(service -> service.isOpen() && service.kind() == DutyKind.ONCALL)
        .filter(service -> service.person().equals(by))
        .forEach(service -> service.end(book.now()));
    book.line(
        record,
        Actor.person(by),
        LINE,
        new Words("{0} さんが応答を取り消しました。呼び出しは続いています", "{0} took the answer back. The calls go on"));
    store
        .seat(record.id())
        .filter(seat -> seat.holder().equals(by))
        .ifPresent(seat -> command.standInAgain(record, seat, standIn(offer, seat, by)));
  }

  /** Whoever stood in before; else they themselves do, until somebody answers. */
  private static PersonId standIn(OfferedUndo offer, Seat seat, PersonId by) {
    return offer.before().standIn().filter(other -> seat.epoch() == offer.seatEpoch()).orElse(by);
  }

  /** The seat and its interval end together; what is on the timeline stays there. */
  private void escalation(Incident record, OfferedUndo offer) {
    Instant now = book.now();
    book.closeRoom(record, now);
    record.roomNeverOpened(offer.before());
    book.moveBack(record, offer.before().state());
    book.line(
        record,
        Actor.person(offer.person()),
        LINE,
        new Words(
            "{0} さんがエスカレを取り消しました。ウォールームは {1} 秒で閉じました",
            "{0} took the escalation back. The war room closed after {1} s"),
        Names.same(String.valueOf(Duration.between(offer.offeredAt(), now).toSeconds())));
  }

  private void resolution(Incident record, OfferedUndo offer) {
    Optional<PersonId> commander = reinstating.commander(offer);
    reinstating.standUp(record, offer);
    book.moveBack(record, offer.before().state());
    book.line(
        record,
        Actor.person(offer.person()),
        LINE,
        commander.isPresent()
            ? new Words(
                "{0} さんが復旧の宣言を取り消しました。経過観察に戻ります。指揮は {1} さんのままです",
                "{0} took the resolution back. It is watched again, and {1} commands as before")
            : new Words(
                "{0} さんが復旧の宣言を取り消しました。経過観察に戻ります",
                "{0} took the resolution back. It is watched again"),
        commander.map(names::of).orElse(Names.same("")));
  }

  private void falseAlarm(Incident record, OfferedUndo offer) {
    reinstating.standUp(record, offer);
    book.moveBack(record, offer.before().state());
    book.line(
        record,
        Actor.person(offer.person()),
        LINE,
        new Words(
            "{0} さんが誤検知の確認を取り消しました。「{1}」に戻ります", "{0} took the false alarm back. It is “{1}” again"),
        record.state().label());
  }
}
