package org.honbu.warroom.internal.work;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.honbu.incidents.CommandSeat;
import org.honbu.incidents.Outcome;
import org.honbu.kernel.Ids;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.honbu.warroom.CallWish;
import org.honbu.warroom.GiveOutcome;
import org.honbu.warroom.Member;
import org.honbu.warroom.Roster;
import org.honbu.warroom.Stance;

/**
 * Decides and writes volunteer calls; knows no engine, so that both doors end here. Joins the
 * caller's transaction and leaves it flushed.
 */
@ApplicationScoped
class CallActs {
  private static final Words ONE_AT_A_TIME =
      new Words(
          "先に、いまの手空き確認で一人を選ぶか、取りやめてください",
          "First pick somebody in the call that runs, or call it off");
  private static final Words YOUR_OWN = new Words("尋ねているのはあなたです", "It is you who asks");
  private static final Words IT_HAS_ENDED =
      new Words("この手空き確認はもう終わっています", "This call has ended already");

  private final WorkBook book;
  private final WorkStore store;
  private final GivingActs giving;
  private final Roster roster;
  private final Ids ids;

  @Inject
  CallActs(WorkBook book, WorkStore store, GivingActs giving, Roster roster, Ids ids) {
    this.book = book;
    this.store = store;
    this.giving = giving;
    this.roster = roster;
    this.ids = ids;
  }

  Outcome ask(IncidentId incident, CallWish said, PersonId by) {
    CallWish wish = Fields.check(said);
    Optional<Outcome> no = onlyTheCommander(incident, by);
    if (no.isPresent()) {
      return no.get();
    }
    if (open(incident).isPresent()) {
      return new Outcome.NotNow(ONE_AT_A_TIME);
    }
    int number = store.calls(incident).size() + 1;
    var row = new CallRow(ids.next(), incident, number, wish, by, book.now());
    store.add(row);
    book.line(
        incident,
        "hands-wanted",
        new Words("{0} さんが手空きの人を尋ねました：{1}", "{0} asked who is free: {1}")
            .with(book.name(by), wish.what()),
        by);
    return moved(row);
  }

  Optional<CallRow> open(IncidentId incident) {
    return store.calls(incident).stream().filter(CallRow::isOpen).findFirst();
  }

  Outcome free(IncidentId incident, int number, PersonId by) {
    Optional<CommandSeat> seat = book.lock(incident);
    if (seat.isEmpty()) {
      return new Outcome.NotNow(WorkBook.NO_ROOM);
    }
    if (seat.get().holder().equals(by)) {
      return new Outcome.NotAllowed(YOUR_OWN);
    }
    CallRow row = book.call(incident, number);
    if (!row.isOpen()) {
      return new Outcome.NotNow(IT_HAS_ENDED);
    }
    if (row.free().contains(by)) {
      return new Outcome.AlreadyDone();
    }
    comesIn(incident, by);
    row.free(by, book.now());
    book.line(
        incident,
        "hands-free",
        new Words("{0} さんは手が空いています", "{0} is free").with(book.name(by)),
        by);
    return moved(row);
  }

  /** Who says that they are free is in the room, free to help; what they know stays noted. */
  private void comesIn(IncidentId incident, PersonId person) {
    Optional<Member> present =
        roster.present(incident).stream()
            .filter(member -> member.person().equals(person))
            .findFirst();
    if (present.filter(member -> member.stance() != Stance.OBSERVE).isEmpty()) {
      roster.join(incident, Stance.FREE, present.map(Member::note).orElse(""), person);
    }
  }

  GiveOutcome pick(IncidentId incident, int number, PersonId person, boolean anyway, PersonId by) {
    book.lock(incident);
    CallRow row = book.call(incident, number);
    if (!row.isOpen()) {
      return new GiveOutcome.NotNow(IT_HAS_ENDED);
    }
    GiveOutcome given = giving.give(incident, row.wishOf(person), anyway, by);
    if (given instanceof GiveOutcome.Given) {
      row.named(person);
      moved(row);
    }
    return given;
  }

  Outcome drop(IncidentId incident, int number, PersonId by) {
    Optional<Outcome> no = onlyTheCommander(incident, by);
    if (no.isPresent()) {
      return no.get();
    }
    CallRow row = book.call(incident, number);
    if (!row.isOpen()) {
      return new Outcome.AlreadyDone();
    }
    row.dropped();
    book.line(
        incident,
        "hands-dropped",
        new Words("手空きの確認を取りやめました：{0}", "Nobody is asked any more: {0}").with(row.what()),
        by);
    return moved(row);
  }

  private Outcome moved(CallRow row) {
    book.moved(row);
    store.flush();
    return Outcome.done();
  }

  private Optional<Outcome> onlyTheCommander(IncidentId incident, PersonId by) {
    Optional<CommandSeat> seat = book.lock(incident);
    if (seat.isEmpty()) {
      return Optional.of(new Outcome.NotNow(WorkBook.NO_ROOM));
    }
    return seat.get().holder().equals(by)
        ? Optional.empty()
        : Optional.of(
            new Outcome.NotAllowed(book.refused(incident, book.onlyTheCommander(seat.get()), by)));
  }
}
