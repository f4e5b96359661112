package org.honbu.incidents.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.honbu.incidents.Outcome;
import org.honbu.incidents.TakenBack;
import org.honbu.incidents.UndoOffer;
import org.honbu.incidents.Undoable;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;

/** Decides and writes what is taken back. */
@ApplicationScoped
class UndoActs {
  private static final Words NOTHING =
      new Words("ここで取り消せる操作はありません", "There is nothing here to take back");
  private static final Words ONLY_THEM =
      new Words("取り消せるのは、本人の {0} さんだけです", "Only {0}, who did it, can take it back");

  private final IncidentStore store;
  private final Book book;
  private final UndoOffers offers;
  private final BuiltUpon builtUpon;
  private final TakingBack taking;
  private final Reinstating reinstating;
  private final Names names;

  @Inject
  UndoActs(
      IncidentStore store,
      Book book,
      UndoOffers offers,
      BuiltUpon builtUpon,
      TakingBack taking,
      Reinstating reinstating,
      Names names) {
    this.store = store;
    this.book = book;
    this.offers = offers;
    this.builtUpon = builtUpon;
    this.taking = taking;
    this.reinstating = reinstating;
    this.names = names;
  }

  Outcome takeBack(IncidentId incident, Undoable act, PersonId by) {
    Incident record = book.lock(incident);
    Optional<OfferedUndo> last = offers.last(incident, act);
    if (last.isEmpty()) {
      return notNow(record, by, NOTHING);
    }
    OfferedUndo offer = last.get();
    if (!offer.person().equals(by)) {
      Words who = Names.fill(ONLY_THEM, names.of(offer.person()));
      return new Outcome.NotAllowed(book.refused(record, by, who));
    }
    if (offer.wasTakenBack()) {
      return new Outcome.AlreadyDone();
    }
    Instant now = book.now();
    if (offer.isLateAt(now)) {
      return notNow(record, by, tooLate(act));
    }
    if (act.isEnd()) {
      reinstating.commander(offer).ifPresent(store::lockClaimsOf);
    }
    Optional<Words> built = builtUpon.on(record, offer);
    if (built.isPresent()) {
      return notNow(record, by, built.get());
    }
    taking.takeBack(record, offer);
    offer.end(OfferedUndo.Ending.TAKEN_BACK, now);
    book.announce(record, new TakenBack(incident, record.kind(), act, by, now));
    store.flush();
    return Outcome.done();
  }

  private Outcome notNow(Incident record, PersonId by, Words why) {
    return new Outcome.NotNow(book.refused(record, by, why));
  }

  /** Says what helps instead. */
  private static Words tooLate(Undoable act) {
    return switch (act) {
      case ANSWER ->
          new Words(
              "30 秒を過ぎたので、応答は取り消せません。続けられないときは、迷わずエスカレしてください",
              "More than 30 seconds ago, so the answer stays. Escalate without hesitation if you cannot go on");
      case ESCALATION ->
          new Words(
              "30 秒を過ぎたので、部屋はそのままです。要らなければ、部屋でそう決めて復旧を宣言できます",
              "More than 30 seconds ago, so the room stays open. Decide there that it is not needed, and resolve it");
      case RESOLUTION ->
          new Words(
              "30 秒を過ぎたので、復旧の宣言は取り消せません。24 時間以内なら再開できます",
              "More than 30 seconds ago, so the resolution stays. It can be reopened for 24 hours");
      case FALSE_ALARM ->
          new Words(
              "30 秒を過ぎたので、誤検知の確認は取り消せません。本物なら、新しく宣言してください",
              "More than 30 seconds ago, so the false alarm stays. Declare a new incident if it is real");
    };
  }

  /** The newest that is neither late nor built upon. */
  Optional<UndoOffer> offered(IncidentId incident, List<Undoable> acts, PersonId to) {
    Incident record = store.find(incident).orElseThrow(() -> Book.unknown(incident));
    Instant now = book.now();
    return store.undoOffers(incident).stream()
        .filter(offer -> acts.contains(offer.act()) && offer.person().equals(to))
        .filter(offer -> offer.isOpen() && !offer.isLateAt(now))
        .filter(offer -> builtUpon.on(record, offer).isEmpty())
        .reduce((older, newer) -> newer)
        .map(OfferedUndo::view);
  }

  boolean letStand(IncidentId incident) {
    Incident record = book.lock(incident);
    offers.letStand(record);
    store.flush();
    return !record.state().isOpen();
  }

  boolean endMayBeTakenBack(IncidentId incident) {
    Instant now = book.now();
    return offers.unsettledEnds(incident).stream().anyMatch(end -> !end.isLateAt(now));
  }

  boolean hasTakenBack(IncidentId incident, Undoable act) {
    return store.undoOffers(incident).stream()
        .anyMatch(offer -> offer.act() == act && offer.wasTakenBack());
  }
}
