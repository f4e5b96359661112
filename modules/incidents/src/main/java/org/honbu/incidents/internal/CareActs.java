package org.honbu.incidents.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.honbu.incidents.CareQuestion;
import org.honbu.incidents.CommanderWatch;
import org.honbu.incidents.HandsOnNoticed;
import org.honbu.incidents.Outcome;
import org.honbu.kernel.Ids;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;

/**
 * Decides and writes what is seen of a commander; knows no engine. Joins the caller's transaction
 * and leaves it flushed. Nothing of it stands on the timeline, refusals neither: it is between
 * Honbu and the commander, and a nudge is anonymous.
 */
@ApplicationScoped
class CareActs {
  /** What people write without commanding; every other line of a commander is an act of command. */
  private static final Set<String> NO_COMMAND =
      Set.of(
          "note",
          "note-finding",
          "note-evidence",
          "refused",
          "activity",
          "acknowledged",
          "answered-later",
          "announcing-taken",
          "hands-free",
          "work-accepted",
          "work-reported");

  private static final Words NO_ROOM = new Words("ウォールームは開いていません", "There is no open war room");
  private static final Words YOURSELF =
      new Words(
          "コマンダーはあなたです。「手を動かしています」を押してください",
          "You are the commander. Press “My hands are at work” instead");
  private static final Words ONLY_THE_COMMANDER =
      new Words("これはコマンダー本人だけが言えます", "Only the commander can say this");

  private final IncidentStore store;
  private final CareStore care;
  private final Book book;
  private final HandsOnRule rule;
  private final NudgeLimit nudges;
  private final StandIns standIns;
  private final Ids ids;

  @Inject
  CareActs(
      IncidentStore store,
      CareStore care,
      Book book,
      HandsOnRule rule,
      NudgeLimit nudges,
      StandIns standIns,
      Ids ids) {
    this.store = store;
    this.care = care;
    this.book = book;
    this.rule = rule;
    this.nudges = nudges;
    this.standIns = standIns;
    this.ids = ids;
  }

  void seen(IncidentId incident, PersonId person) {
    commanderIs(incident, person).ifPresent(seat -> presence(seat).seen(book.now()));
    store.flush();
  }

  void commanded(IncidentId incident, PersonId person) {
    commanderIs(incident, person).ifPresent(seat -> presence(seat).commanded(book.now()));
    store.flush();
  }

  /** Locks for the commander only: everybody who has the page open asks this every minute. */
  private Optional<Seat> commanderIs(IncidentId incident, PersonId person) {
    if (store.find(incident).isEmpty()) {
      throw Book.unknown(incident);
    }
    Optional<Seat> theirs = store.seat(incident).filter(seat -> seat.holder().equals(person));
    theirs.ifPresent(seat -> book.lock(incident));
    return theirs;
  }

  private Presence presence(Seat seat) {
    return care.presence(seat.incident(), seat.holder())
        .orElseGet(
            () -> {
              var first = new Presence(seat.incident(), seat.holder(), book.now());
              store.add(first);
              return first;
            });
  }

  Outcome nudge(IncidentId incident, PersonId by) {
    Incident record = book.lockOpen(incident);
    Optional<Seat> seat = store.seat(incident);
    if (seat.isEmpty()) {
      return new Outcome.NotNow(NO_ROOM);
    }
    if (seat.get().holder().equals(by)) {
      return new Outcome.NotAllowed(YOURSELF);
    }
    Instant now = book.now();
    if (!nudges.lets(incident, by, rule.numbers(Sign.Kind.NUDGE).countedFor(), now)) {
      return new Outcome.AlreadyDone();
    }
    sign(record, seat.get(), Sign.Kind.NUDGE, Optional.empty(), now);
    store.flush();
    nudges.nudged(incident, by, now);
    return Outcome.done();
  }

  Outcome handsAtWork(IncidentId incident, PersonId by) {
    Incident record = book.lockOpen(incident);
    Optional<Seat> seat = store.seat(incident);
    if (seat.isEmpty()) {
      return new Outcome.NotNow(NO_ROOM);
    }
    if (!seat.get().holder().equals(by)) {
      return new Outcome.NotAllowed(ONLY_THE_COMMANDER);
    }
    sign(record, seat.get(), Sign.Kind.SELF_REPORT, Optional.empty(), book.now());
    store.flush();
    return Outcome.done();
  }

  void ownWork(IncidentId incident, Words work, PersonId by) {
    Incident record = book.lock(incident);
    store
        .seat(incident)
        .filter(seat -> seat.holder().equals(by))
        .ifPresent(seat -> sign(record, seat, Sign.Kind.OWN_WORK, Optional.of(work), book.now()));
    store.flush();
  }

  /** Writes a sign down and lets it be weighed. */
  void sign(Incident record, Seat seat, Sign.Kind kind, Optional<Words> work, Instant at) {
    store.add(new Sign(ids.next(), seat, kind, work, at));
    notice(record, seat);
  }

  private void notice(Incident record, Seat seat) {
    book.announce(record, new HandsOnNoticed(record.id(), record.kind(), seat.epoch(), book.now()));
  }

  void weighAgain(IncidentId incident) {
    Incident record = book.lock(incident);
    store.seat(incident).filter(this::isToBeAsked).ifPresent(seat -> notice(record, seat));
  }

  Optional<CommanderWatch> watch(IncidentId incident) {
    Incident record = store.find(incident).orElseThrow(() -> Book.unknown(incident));
    return store.seat(incident).map(seat -> watch(record, seat));
  }

  /**
   * Whoever could take over is looked for among everybody: only for an answer that proposes them.
   */
  private CommanderWatch watch(Incident record, Seat seat) {
    List<CareQuestion> open =
        questions(seat).stream().filter(Question::isOpen).map(Question::view).toList();
    return new CommanderWatch(
        seat.holder(),
        seat.standing(),
        seat.epoch(),
        seat.since(),
        lastSeen(seat),
        weighsMoreAt(seat),
        open,
        standIns.deputy(record.id()),
        open.isEmpty() ? Optional.empty() : standIns.couldTakeOver(record, seat.holder()));
  }

  boolean isToBeAsked(Seat seat) {
    return rule.isToBeAsked(signs(seat), questions(seat), lastCommand(seat), book.now());
  }

  private Optional<Instant> weighsMoreAt(Seat seat) {
    return rule.weighsMoreAt(signs(seat), lastCommand(seat), book.now());
  }

  private Instant lastSeen(Seat seat) {
    return latest(
        seat.since(),
        Stream.of(
            care.presence(seat.incident(), seat.holder()).map(Presence::seenAt),
            care.lastAct(seat.incident(), seat.holder(), Set.of())));
  }

  private Instant lastCommand(Seat seat) {
    return latest(
        seat.since(),
        Stream.of(
            care.presence(seat.incident(), seat.holder()).flatMap(Presence::commandedAt),
            care.lastAct(seat.incident(), seat.holder(), NO_COMMAND)));
  }

  /** What somebody did before they had command says nothing of how they command. */
  private static Instant latest(Instant since, Stream<Optional<Instant>> moments) {
    return moments
        .flatMap(Optional::stream)
        .filter(moment -> moment.isAfter(since))
        .max(Instant::compareTo)
        .orElse(since);
  }

  private List<Sign> signs(Seat seat) {
    return care.signs(seat.incident(), seat.epoch());
  }

  private List<Question> questions(Seat seat) {
    return care.questions(seat.incident(), seat.epoch());
  }
}
