package org.honbu.incidents.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.honbu.incidents.AnnouncerTold;
import org.honbu.incidents.HandoverReason;
import org.honbu.incidents.HandoverView.End;
import org.honbu.incidents.Outcome;
import org.honbu.incidents.internal.OnlyQualifiedPeopleTakeCommand.Answer;
import org.honbu.kernel.Actor;
import org.honbu.kernel.Ids;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.ProblemException;
import org.honbu.kernel.Words;
import org.honbu.people.Role;

/**
 * Decides and writes how command is taken without the commander's asking: from one who does not
 * answer, and by an executive. Knows no engine; joins the caller's transaction and leaves it
 * flushed.
 */
@ApplicationScoped
class TakeActs {
  private static final int LENGTH = 500;

  private static final Words CLAIM_IT =
      new Words(
          "{0} さんは暫定コマンダーです。「指揮を引き受ける」でそのまま交代できます", "{0} is only acting: “Take command” is enough");
  private static final Words YOU_COMMAND = new Words("いま指揮しているのはあなたです", "It is you who commands");

  private final IncidentStore store;
  private final Book book;
  private final Names names;
  private final CommandActs command;
  private final HandoverBook handovers;
  private final BriefingActs briefing;
  private final Ids ids;

  @Inject
  TakeActs(
      IncidentStore store,
      Book book,
      Names names,
      CommandActs command,
      HandoverBook handovers,
      BriefingActs briefing,
      Ids ids) {
    this.store = store;
    this.book = book;
    this.names = names;
    this.command = command;
    this.handovers = handovers;
    this.briefing = briefing;
    this.ids = ids;
  }

  Outcome take(IncidentId incident, String reason, PersonId by) {
    String why = needed("reason", reason);
    Incident record = book.lockOpen(incident);
    Seat seat = command.seatOf(record);
    if (seat.holder().equals(by)) {
      return new Outcome.AlreadyDone();
    }
    if (!seat.isHeld()) {
      return new Outcome.NotNow(Names.fill(CLAIM_IT, names.of(seat.holder())));
    }
    Optional<Outcome> no = handovers.otherRuns(record, by).or(() -> mayNot(record, by));
    if (no.isPresent()) {
      return no.get();
    }
    handovers.begin(
        record, Handover.taken(seat, handovers.nextNumber(record), why, by, book.now()), by);
    return Outcome.done();
  }

  private Optional<Outcome> mayNot(Incident record, PersonId by) {
    if (command.mayCommand(record, by) instanceof Answer.No no) {
      Words why = Names.fill(no.why(), names.whoHave(Role.INCIDENT_COMMANDER));
      return Optional.of(new Outcome.NotAllowed(book.refused(record, by, why)));
    }
    return Optional.empty();
  }

  Outcome stillInCommand(IncidentId incident, PersonId by) {
    Incident record = book.lockOpen(incident);
    Optional<Handover> running = store.running(incident).filter(Handover::isForced);
    if (running.isEmpty()) {
      return new Outcome.AlreadyDone();
    }
    Seat seat = command.seatOf(record);
    if (!seat.holder().equals(by)) {
      return handovers.onlyTheCommander(record, seat, by);
    }
    handovers.end(record, running.get(), End.STILL_IN_COMMAND, Actor.person(by));
    return Outcome.done();
  }

  /** The time to object is over. Whoever may not command any more does not. */
  void moveIfNobodyObjected(Incident record, Handover handover) {
    Seat seat = command.seatOf(record);
    PersonId taker = handover.askedBy();
    store.lockClaimsOf(taker);
    if (command.mayCommand(record, taker) instanceof Answer.As as) {
      handovers.move(
          record,
          seat,
          handover,
          taker,
          as,
          new Words(
              "{1} さんから返事がないため、ただいまからコマンダーは {0} さんです",
              "{1} does not answer, so {0} commands from now on"));
    } else {
      handovers.end(record, handover, End.WITHDRAWN, Actor.honbu("handover"));
    }
  }

  Outcome override(IncidentId incident, String words, boolean takesCommand, PersonId by) {
    Incident record = book.lockOpen(incident);
    Seat seat = command.seatOf(record);
    if (seat.holder().equals(by)) {
      return new Outcome.NotNow(YOU_COMMAND);
    }
    return takesCommand ? takeOver(record, seat, words, by) : tellTheAnnouncer(record, words, by);
  }

  private Outcome takeOver(Incident record, Seat seat, String words, PersonId by) {
    if (words.length() > LENGTH) {
      throw new ProblemException(IncidentProblems.FIELD_NEEDED, "words", LENGTH);
    }
    Optional<Outcome> no = handovers.otherRuns(record, by).or(() -> mayNot(record, by));
    if (no.isPresent()) {
      return no.get();
    }
    Handover handover =
        Handover.offered(
            seat,
            handovers.nextNumber(record),
            new Handover.Why(HandoverReason.EXEC_TAKES, words),
            Optional.of(by),
            by,
            book.now());
    briefing.draft(record, handover);
    handovers.begin(record, handover, by);
    return Outcome.done();
  }

  private Outcome tellTheAnnouncer(Incident record, String words, PersonId by) {
    String said = needed("words", words);
    store.add(new AnnouncerNote(ids.next(), record.id(), by, said, book.now()));
    book.line(
        record,
        Actor.person(by),
        "announcer-told",
        new Words(
            "{0} さんの言葉をアナウンス担当に伝えました。指揮はそのままです",
            "The announcer has {0}’s words. Command stays where it is"));
    book.announce(record, new AnnouncerTold(record.id(), record.kind(), by, book.now()));
    store.flush();
    return Outcome.done();
  }

  private static String needed(String field, String text) {
    String said = text.strip();
    if (said.isEmpty() || said.length() > LENGTH) {
      throw new ProblemException(IncidentProblems.FIELD_NEEDED, field, LENGTH);
    }
    return said;
  }
}
