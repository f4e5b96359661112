package org.honbu.incidents.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.honbu.incidents.AnnouncingTaken;
import org.honbu.incidents.CommandTaken;
import org.honbu.incidents.DutyKind;
import org.honbu.incidents.HandoverView.End;
import org.honbu.incidents.IncidentState;
import org.honbu.incidents.LargeReason;
import org.honbu.incidents.NobodyClaimed;
import org.honbu.incidents.Outcome;
import org.honbu.incidents.Room;
import org.honbu.incidents.RoomOpened;
import org.honbu.incidents.Standing;
import org.honbu.incidents.TakeOutcome;
import org.honbu.incidents.internal.OnlyQualifiedPeopleTakeCommand.Answer;
import org.honbu.incidents.internal.OnlyQualifiedPeopleTakeCommand.Candidate;
import org.honbu.incidents.internal.OnlyQualifiedPeopleTakeCommand.Problem;
import org.honbu.kernel.Actor;
import org.honbu.kernel.Ids;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.ProblemException;
import org.honbu.kernel.Words;
import org.honbu.people.People;
import org.honbu.people.Person;
import org.honbu.people.Role;

/**
 * Decides and writes everything about room and duties; knows no engine, so that both doors, our own
 * and Tasklist's, end here. Joins the caller's transaction and leaves it flushed.
 */
@ApplicationScoped
class CommandActs {
  private static final Words NOBODY_ANSWERED =
      new Words("まだ誰も応答していないので、部屋は開きません", "Nobody has answered yet, so no room is opened");

  private final IncidentStore store;
  private final Book book;
  private final Names names;
  private final People people;
  private final Ids ids;

  @Inject
  CommandActs(IncidentStore store, Book book, Names names, People people, Ids ids) {
    this.store = store;
    this.book = book;
    this.names = names;
    this.people = people;
    this.ids = ids;
  }

  Outcome openRoom(
      IncidentId incident, Set<LargeReason> reasons, Optional<PersonId> otherwise, Actor by) {
    Incident record = book.lockOpen(incident);
    if (record.room() == Room.OPEN) {
      return addReasons(record, reasons, by);
    }
    Optional<PersonId> acting = record.answeredBy().or(() -> otherwise);
    if (acting.isEmpty()) {
      return new Outcome.NotNow(NOBODY_ANSWERED);
    }
    record.isLargeBecause(reasons);
    open(record, acting.get(), by);
    store.flush();
    return Outcome.done();
  }

  private Outcome addReasons(Incident record, Set<LargeReason> reasons, Actor by) {
    if (!record.isLargeBecause(reasons)) {
      return new Outcome.AlreadyDone();
    }
    book.line(record, by, "reasons-added", reasonWords(record.largeReasons()));
    store.flush();
    return Outcome.done();
  }

  private void open(Incident record, PersonId acting, Actor by) {
    Instant now = book.now();
    boolean standIn = record.answeredBy().isEmpty();
    var seat = new Seat(record.id(), acting, standIn, !isQualified(record, acting), now);
    store.add(seat);
    begin(seat, nextEpoch(record));
    record.openRoom(now);
    if (record.state() == IncidentState.TRIAGE) {
      book.move(record, IncidentState.INVESTIGATING);
    }
    book.line(
        record,
        by,
        "room-opened",
        new Words(
            "ウォールームが開きました。暫定コマンダーは {1} さんです。理由：{2}",
            "The war room is open. {1} is acting commander. Why: {2}"),
        names.of(acting),
        reasonWords(record.largeReasons()));
    book.announce(record, new RoomOpened(record.id(), record.kind(), acting, now));
  }

  /**
   * The room is open again, of an incident that was part of another by mistake. Whoever commanded
   * it does again, unless they command another severity 1 or 2 by now: then who answered it first
   * acts, or whoever took them apart.
   */
  void openAgain(Incident record, Interval last, boolean standIn, PersonId otherwise) {
    Instant now = book.now();
    PersonId before = last.holder();
    store.lockClaimsOf(before);
    boolean busy = record.isMajor() && store.commandsMajor(before, record.id());
    PersonId next =
        busy ? record.answeredBy().filter(who -> !who.equals(before)).orElse(otherwise) : before;
    Seat seat =
        busy
            ? new Seat(record.id(), next, false, !isQualified(record, next), now)
            : Seat.again(last, standIn, now);
    store.add(seat);
    begin(seat, nextEpoch(record));
    record.roomGoesOn(false);
    book.line(
        record,
        Actor.person(next),
        "room-opened",
        busy
            ? new Words(
                "ウォールームを開き直しました。{1} さんは別の重大な障害を指揮しているので、{0} さんが暫定コマンダーです",
                "The war room is open again. {1} commands another major incident, so {0} is acting"
                    + " commander")
            : new Words("ウォールームを開き直しました。指揮は {0} さんです", "The war room is open again; {0} commands"),
        names.of(before));
  }

  /** A room that is opened again goes on counting, so that no epoch stands twice. */
  private int nextEpoch(Incident record) {
    return store.intervals(record.id()).size() + 1;
  }

  private void begin(Seat seat, int epoch) {
    seat.startAt(epoch);
    store.add(seat.interval(ids.next()));
  }

  private static Words reasonWords(Set<LargeReason> reasons) {
    return new Words(
        String.join("、", reasons.stream().map(reason -> reason.label().ja()).toList()),
        String.join("; ", reasons.stream().map(reason -> reason.label().en()).toList()));
  }

  /** The first answerer takes the place of whoever only stood in for them. */
  void replaceStandIn(Incident record, PersonId answerer) {
    store
        .seat(record.id())
        .filter(Seat::isStandIn)
        .filter(seat -> !seat.holder().equals(answerer))
        .ifPresent(
            seat ->
                pass(
                    record,
                    seat,
                    answerer,
                    Standing.ACTING,
                    !isQualified(record, answerer),
                    new Words(
                        "最初に応答した {0} さんが暫定コマンダーになりました",
                        "{0} answered first and is acting commander now")));
  }

  /** The answer was taken back: this person stands in again, until somebody answers. */
  void standInAgain(Incident record, Seat seat, PersonId person) {
    if (!seat.holder().equals(person)) {
      pass(
          record,
          seat,
          person,
          Standing.ACTING,
          !isQualified(record, person),
          new Words(
              "応答が取り消されたので、また {0} さんが暫定コマンダーです",
              "The answer was taken back, so {0} is acting commander again"));
    }
    seat.standsIn();
  }

  TakeOutcome take(IncidentId incident, PersonId by) {
    Incident record = book.lockOpen(incident);
    Seat seat = seatOf(record);
    boolean theirs = seat.holder().equals(by);
    if (seat.isHeld()) {
      return theirs ? taken(record, seat) : lost(record, seat, by);
    }
    store.lockClaimsOf(by);
    Answer answer = mayCommand(record, by);
    if (answer instanceof Answer.No no) {
      return theirs ? taken(record, seat) : refuseTake(record, by, no.why());
    }
    Answer.As as = (Answer.As) answer;
    if (theirs && as.standing() == Standing.ACTING) {
      return taken(record, seat);
    }
    pass(
        record,
        seat,
        by,
        as.standing(),
        as.unqualified(),
        as.unqualified()
            ? new Words("{0} さんが緊急措置で暫定コマンダーになりました", "{0} took command as acting, by break-glass")
            : new Words("{0} です。このインシデントのコマンダーをします", "{0} commands this incident"));
    store.flush();
    return taken(record, seat);
  }

  /** Command is the holder's, who hears what an owner of the affected component should heed. */
  TakeOutcome taken(Incident record, Seat seat) {
    return new TakeOutcome.Taken(
        seat.since(), OwnersKeepTheirHandsOff.advice(people, record, seat.holder()));
  }

  private TakeOutcome lost(Incident record, Seat seat, PersonId by) {
    book.refused(
        record,
        by,
        Names.fill(
            new Words("{0} さんは間に合いませんでした。指揮は {1} さんです", "{0} came too late: {1} commands"),
            names.of(by),
            names.of(seat.holder())));
    return new TakeOutcome.AlreadyHeld(seat.holder(), seat.since());
  }

  TakeOutcome refuseTake(Incident record, PersonId by, Words why) {
    Words sentence = Names.fill(why, names.whoHave(Role.INCIDENT_COMMANDER));
    return new TakeOutcome.NotAllowed(book.refused(record, by, sentence));
  }

  /** Whether they could take command now; changes nothing. */
  Answer mayCommand(Incident record, PersonId person) {
    boolean announces =
        announcer(record)
            .map(Service::person)
            .filter(person::equals)
            .filter(announcer -> !commands(record, announcer))
            .isPresent();
    return OnlyQualifiedPeopleTakeCommand.ask(
        new Candidate(
            people.rolesOf(person),
            record.isMajor() && store.commandsMajor(person, record.id()),
            announces),
        new Problem(record.kind(), record.isMajor(), record.breakGlass()));
  }

  private boolean isQualified(Incident record, PersonId person) {
    return OnlyQualifiedPeopleTakeCommand.isQualified(people.rolesOf(person), record.kind());
  }

  private void pass(
      Incident record, Seat seat, PersonId next, Standing as, boolean unqualified, Words sentence) {
    pass(record, seat, next, new Passing(as, unqualified, false, sentence));
  }

  /**
   * How command passes on.
   *
   * @param forced whether from somebody who did not answer
   * @param sentence for the timeline; its second place is who commanded before
   */
  record Passing(Standing as, boolean unqualified, boolean forced, Words sentence) {}

  /** As {@link #handOver}, of command that nobody hands over; a handover that runs is overtaken. */
  void pass(Incident record, Seat seat, PersonId next, Passing how) {
    if (!seat.holder().equals(next)) {
      store.running(record.id()).ifPresent(other -> other.end(End.OVERTAKEN, book.now()));
    }
    handOver(record, seat, next, how);
  }

  /**
   * The one place where command changes hands: seat, interval, timeline and fact together. No
   * handover runs any more.
   */
  void handOver(Incident record, Seat seat, PersonId next, Passing how) {
    Instant now = book.now();
    PersonId before = seat.holder();
    store.intervals(record.id()).stream()
        .filter(Interval::isOpen)
        .forEach(interval -> interval.end(now));
    seat.passTo(next, how.as(), how.unqualified(), now);
    Interval interval = seat.interval(ids.next());
    store.add(how.forced() ? interval.byForce() : interval);
    if (!before.equals(next)) {
      book.relieve(record, DutyKind.DEPUTY, next);
    }
    if (how.as() == Standing.HELD && !how.unqualified()) {
      record.qualifiedCommander(now);
    }
    book.line(
        record,
        Actor.person(next),
        how.forced() ? "command-forced" : "command-taken",
        how.sentence(),
        names.of(before));
    book.announce(
        record,
        new CommandTaken(record.id(), record.kind(), before, next, how.as(), seat.epoch(), now));
  }

  /** A timer may ask this of a room that has just closed: then there is nothing to confirm. */
  Outcome confirmActing(IncidentId incident, Actor by) {
    Incident record = book.lock(incident);
    Optional<Seat> waiting = store.seat(incident).filter(seat -> !seat.isHeld());
    if (waiting.isEmpty()) {
      return new Outcome.AlreadyDone();
    }
    Seat seat = waiting.get();
    boolean unqualified = !isQualified(record, seat.holder());
    pass(
        record,
        seat,
        seat.holder(),
        Standing.HELD,
        unqualified,
        new Words(
            "ほかに引き受ける人がいないため、{0} さんがコマンダーに確定しました",
            "Nobody else came, so {0} is the commander of record"));
    book.announce(record, new NobodyClaimed(incident, record.kind(), seat.holder(), book.now()));
    store.flush();
    return Outcome.done();
  }

  /** As {@link #confirmActing}: nothing happens where nobody is only acting. */
  void openBreakGlass(IncidentId incident, Actor by) {
    Incident record = book.lock(incident);
    boolean waiting = store.seat(incident).filter(seat -> !seat.isHeld()).isPresent();
    if (!waiting || record.breakGlass()) {
      return;
    }
    record.openBreakGlass();
    book.line(
        record,
        by,
        "break-glass",
        new Words(
            "5 分たっても引き受ける人がいません。対応者なら誰でも暫定で指揮できます",
            "Nobody came within five minutes: any responder may take command as acting"));
    store.flush();
  }

  TakeOutcome takeAnnouncing(IncidentId incident, PersonId by) {
    Incident record = book.lockOpen(incident);
    Optional<Service> now = announcer(record);
    Optional<Words> no = mayAnnounce(record, by);
    if (now.isPresent()) {
      Service held = now.get();
      if (held.person().equals(by)) {
        return new TakeOutcome.Taken(held.beganAt());
      }
      if (no.isPresent() || !record.isMajor() || !commands(record, held.person())) {
        return new TakeOutcome.AlreadyHeld(held.person(), held.beganAt());
      }
    }
    if (no.isPresent()) {
      return new TakeOutcome.NotAllowed(book.refused(record, by, no.get()));
    }
    // Whoever commands only stood in for an announcer.
    return announces(record, by, Actor.person(by));
  }

  /** They announce from now on, instead of whoever did; the caller has asked whether they may. */
  TakeOutcome announces(Incident record, PersonId announcer, Actor by) {
    announcer(record).ifPresent(held -> book.relieve(record, DutyKind.ANNOUNCER, held.person()));
    Instant at = book.now();
    book.serve(record, DutyKind.ANNOUNCER, announcer);
    book.line(
        record,
        by,
        "announcing-taken",
        commands(record, announcer)
            ? new Words(
                "コマンダーの {1} さんがアナウンスも兼ねます。書いた本人は承認できないので、副コマンダーが承認します",
                "{1}, who commands, announces as well. Nobody approves their own text: the deputy"
                    + " does")
            : new Words("ユーザーアナウンスは {1} さんに任せました", "{1} announces from now on"),
        names.of(announcer));
    book.announce(record, new AnnouncingTaken(record.id(), record.kind(), announcer, at));
    store.flush();
    return new TakeOutcome.Taken(at);
  }

  /** Why they could not announce; changes nothing. */
  Optional<Words> mayAnnounce(Incident record, PersonId person) {
    return CommanderAndAnnouncerAreTwoPeople.ask(
            people.rolesOf(person),
            commands(record, person),
            record.isMajor(),
            othersCouldAnnounce(record))
        .map(why -> Names.fill(why, names.whoHave(Role.ANNOUNCER)));
  }

  /** Whether anybody but the commander has the role and can be reached. */
  boolean othersCouldAnnounce(Incident record) {
    Optional<PersonId> commander = store.seat(record.id()).map(Seat::holder);
    List<PersonId> others =
        people.withRole(Role.ANNOUNCER).stream()
            .map(Person::id)
            .filter(person -> commander.filter(person::equals).isEmpty())
            .toList();
    return !people.reachable(others).isEmpty();
  }

  private boolean commands(Incident record, PersonId person) {
    return store.seat(record.id()).map(Seat::holder).filter(person::equals).isPresent();
  }

  Optional<Service> announcer(Incident record) {
    return store.services(record.id()).stream()
        .filter(service -> service.isOpen() && service.kind() == DutyKind.ANNOUNCER)
        .findFirst();
  }

  Seat seatOf(Incident record) {
    return store
        .seat(record.id())
        .orElseThrow(() -> new ProblemException(IncidentProblems.NO_ROOM, record.id().value()));
  }

  boolean isBeingHandedOver(IncidentId incident) {
    return store.running(incident).isPresent();
  }

  Optional<Seat> seat(IncidentId incident) {
    return store.seat(incident);
  }

  Optional<Seat> lockedSeat(IncidentId incident) {
    book.lock(incident);
    return store.seat(incident);
  }
}
