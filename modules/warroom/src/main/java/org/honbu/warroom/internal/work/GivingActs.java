package org.honbu.warroom.internal.work;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.honbu.incidents.Care;
import org.honbu.incidents.CommandSeat;
import org.honbu.incidents.Incidents;
import org.honbu.incidents.Standing;
import org.honbu.kernel.Ids;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.honbu.warroom.GiveOutcome;
import org.honbu.warroom.Roster;
import org.honbu.warroom.Stance;
import org.honbu.warroom.WorkWish;

/**
 * Decides and writes what the commander gives to whom; knows no engine, so that both doors end
 * here. Joins the caller's transaction and leaves it flushed.
 */
@ApplicationScoped
class GivingActs {
  private static final Words NOBODY_OF_THAT_NAME =
      new Words(
          "{0} という人はいません。一覧から選んでください", "There is nobody called {0}. Choose somebody from the list");
  private static final Words NOT_IN_THE_ROOM =
      new Words(
          "{0} さんは対応者でも、部屋で手を貸せる人でもありません。先に部屋に入ってもらってください",
          "{0} neither responds here nor came to the room to help. Ask them to come in first");
  private static final Words HANDS_ON =
      new Words(
          "調べる・操作する仕事を自分に割り当てようとしています。指揮から目が離れます。別の人に頼めませんか。",
          "You are giving yourself work to investigate or operate, which takes your eyes off"
              + " command. Could somebody else do it?");
  private static final Words IT_HAS_ENDED =
      new Words("この仕事はもう終わっています", "This work has ended already");
  private static final Words THE_SAME =
      new Words("{0} さんはもうこの仕事の担当です", "{0} has this work already");

  private final WorkBook book;
  private final WorkStore store;
  private final Incidents incidents;
  private final Roster roster;
  private final Care care;
  private final Ids ids;

  @Inject
  GivingActs(
      WorkBook book, WorkStore store, Incidents incidents, Roster roster, Care care, Ids ids) {
    this.book = book;
    this.store = store;
    this.incidents = incidents;
    this.roster = roster;
    this.care = care;
    this.ids = ids;
  }

  GiveOutcome give(IncidentId incident, WorkWish said, boolean anyway, PersonId by) {
    WorkWish wish = Fields.check(said);
    Optional<CommandSeat> seat = book.lock(incident);
    Optional<GiveOutcome> no = mayGive(incident, seat, wish, anyway, by);
    return no.isPresent() ? no.get() : given(incident, wish, by);
  }

  GiveOutcome passTo(IncidentId incident, int number, PersonId to, boolean anyway, PersonId by) {
    Optional<CommandSeat> seat = book.lock(incident);
    AssignmentRow before = book.work(incident, number);
    WorkWish wish = new WorkWish(before.kind(), before.outcome(), to, before.box());
    Optional<GiveOutcome> no = mayGive(incident, seat, wish, anyway, by);
    if (no.isPresent()) {
      return no.get();
    }
    if (!before.isOpen()) {
      return new GiveOutcome.NotNow(IT_HAS_ENDED);
    }
    if (before.owner().equals(to)) {
      return new GiveOutcome.NotNow(THE_SAME.with(book.name(to)));
    }
    before.cancelled();
    book.moved(before);
    tellFormer(before);
    return given(incident, wish, by);
  }

  private void tellFormer(AssignmentRow before) {
    book.whisper(
        before.owner(),
        before.incident(),
        "work-passed:" + before.number(),
        new Words("「{0}」は別の人に頼みました。ありがとうございました", "“{0}” goes to somebody else. Thank you")
            .with(before.title()));
  }

  /** Why the commander may not give it; empty when they may. */
  private Optional<GiveOutcome> mayGive(
      IncidentId incident, Optional<CommandSeat> seat, WorkWish wish, boolean anyway, PersonId by) {
    if (seat.isEmpty()) {
      return Optional.of(new GiveOutcome.NotNow(WorkBook.NO_ROOM));
    }
    if (!seat.get().holder().equals(by)) {
      return refused(incident, book.onlyTheCommander(seat.get()), by);
    }
    if (!book.isKnown(wish.owner())) {
      return refused(incident, NOBODY_OF_THAT_NAME.with(wish.owner()), by);
    }
    if (!mayOwn(incident, wish.owner())) {
      return refused(incident, NOT_IN_THE_ROOM.with(book.name(wish.owner())), by);
    }
    boolean asks = isOwnHands(wish, by) && seat.get().standing() == Standing.HELD && !anyway;
    return asks ? Optional.of(new GiveOutcome.Asks(HANDS_ON)) : Optional.empty();
  }

  private Optional<GiveOutcome> refused(IncidentId incident, Words why, PersonId by) {
    Words written = book.refused(incident, why, by);
    store.flush();
    return Optional.of(new GiveOutcome.NotAllowed(written));
  }

  /** Whoever may respond, and whoever came into the room for more than looking on. */
  boolean mayOwn(IncidentId incident, PersonId person) {
    return incidents.mayRespond(incident, person)
        || roster.present(incident).stream()
            .anyMatch(
                member -> member.person().equals(person) && member.stance() != Stance.OBSERVE);
  }

  private static boolean isOwnHands(WorkWish wish, PersonId by) {
    return wish.owner().equals(by) && wish.kind().isHandsOn();
  }

  private GiveOutcome given(IncidentId incident, WorkWish wish, PersonId by) {
    int number = store.work(incident).size() + 1;
    var row = new AssignmentRow(ids.next(), incident, number, wish, by, book.now());
    store.add(row);
    book.line(
        incident,
        "work-given",
        new Words("{0} さんに頼みました：{1}（{2}・{3} 分）", "{0} is asked to do {1} ({2}, {3} min)")
            .with(
                book.name(wish.owner()), row.title(), wish.kind().label(), wish.box().toMinutes()),
        by);
    book.moved(row);
    store.flush();
    if (isOwnHands(wish, by)) {
      care.ownWork(incident, new Words(wish.outcome(), wish.outcome()), by);
    }
    return new GiveOutcome.Given(number);
  }
}
