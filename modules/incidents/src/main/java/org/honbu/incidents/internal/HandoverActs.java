package org.honbu.incidents.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.honbu.incidents.HandoverView.End;
import org.honbu.incidents.HandoverWish;
import org.honbu.incidents.Outcome;
import org.honbu.incidents.ReadBack;
import org.honbu.incidents.TakeOutcome;
import org.honbu.incidents.internal.Handover.Refusal;
import org.honbu.incidents.internal.OnlyQualifiedPeopleTakeCommand.Answer;
import org.honbu.kernel.Actor;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.ProblemException;
import org.honbu.kernel.Words;
import org.honbu.people.Role;

/**
 * Decides and writes a handover that somebody is asked for; knows no engine, so that both doors,
 * our own and Tasklist's, end here. Joins the caller's transaction and leaves it flushed.
 */
@ApplicationScoped
class HandoverActs {
  private static final int LENGTH = 500;

  private static final Words NOT_ASKED =
      new Words("交代を頼まれているのは {0} さんです", "It is {0} who was asked to take over");
  private static final Words NOBODY_ASKED =
      new Words("いま交代は頼まれていません", "Nobody was asked to take over");
  private static final Words THEMSELVES =
      new Words("自分自身には交代できません", "Nobody hands over to themselves");
  private static final Words CANNOT_TAKE_OVER =
      new Words("{0} さんには渡せません。{1}", "{0} cannot take over. {1}");
  private static final Words NO_NEED_TO_DECLINE =
      new Words(
          "名指しではないので、引き受けないときは何もしなくて大丈夫です", "Nobody was named: if you cannot, simply leave it");
  private static final Words ONLY_WHO_BEGAN =
      new Words("取りやめられるのは、始めた {0} さんだけです", "Only {0}, who began it, can call it off");

  private final IncidentStore store;
  private final Book book;
  private final Names names;
  private final CommandActs command;
  private final HandoverBook handovers;
  private final BriefingActs briefing;

  @Inject
  HandoverActs(
      IncidentStore store,
      Book book,
      Names names,
      CommandActs command,
      HandoverBook handovers,
      BriefingActs briefing) {
    this.store = store;
    this.book = book;
    this.names = names;
    this.command = command;
    this.handovers = handovers;
    this.briefing = briefing;
  }

  Outcome offer(IncidentId incident, HandoverWish wish, PersonId by) {
    atMost("words", wish.words());
    BriefingActs.check(wish.briefing());
    if (!wish.reason().isTheCommanders()) {
      throw new ProblemException(
          IncidentProblems.FIELD_UNKNOWN_VALUE,
          "reason",
          "HANDS_ON, FATIGUE, SHIFT_END, COMPLEXITY, TRAINING, PERSONAL, RETURN_TO_ONCALL_IC");
    }
    Incident record = book.lockOpen(incident);
    Seat seat = command.seatOf(record);
    if (!seat.holder().equals(by)) {
      return handovers.onlyTheCommander(record, seat, by);
    }
    Optional<Outcome> no =
        handovers.otherRuns(record, by).or(() -> cannotTakeOver(record, wish.to(), by));
    if (no.isPresent()) {
      return no.get();
    }
    Handover handover =
        Handover.offered(
            seat,
            handovers.nextNumber(record),
            new Handover.Why(wish.reason(), wish.words()),
            wish.to(),
            by,
            book.now());
    briefing.draft(record, handover);
    if (!wish.briefing().isEmpty()) {
      handover.brief(handover.briefing().edited(wish.briefing()));
    }
    handovers.begin(record, handover, by);
    return Outcome.done();
  }

  private Optional<Outcome> cannotTakeOver(Incident record, Optional<PersonId> to, PersonId by) {
    if (to.isEmpty()) {
      return Optional.empty();
    }
    if (to.get().equals(by)) {
      return Optional.of(new Outcome.NotNow(book.refused(record, by, THEMSELVES)));
    }
    if (command.mayCommand(record, to.get()) instanceof Answer.No no) {
      Words why = Names.fill(no.why(), names.whoHave(Role.INCIDENT_COMMANDER));
      return Optional.of(
          new Outcome.NotAllowed(
              book.refused(record, by, Names.fill(CANNOT_TAKE_OVER, names.of(to.get()), why))));
    }
    return Optional.empty();
  }

  TakeOutcome accept(IncidentId incident, ReadBack readBack, PersonId by) {
    Incident record = book.lockOpen(incident);
    Seat seat = command.seatOf(record);
    Optional<Handover> running = store.running(incident).filter(h -> !h.isForced());
    if (running.isEmpty()) {
      return late(record, seat, by);
    }
    Handover handover = running.get();
    if (handover.asked().filter(person -> !person.equals(by)).isPresent()) {
      Words why = Names.fill(NOT_ASKED, names.of(handover.asked().get()));
      return new TakeOutcome.NotAllowed(book.refused(record, by, why));
    }
    ReadBack said = EverythingIsReadBack.check(readBack);
    if (seat.holder().equals(by)) {
      return new TakeOutcome.NotAllowed(book.refused(record, by, THEMSELVES));
    }
    store.lockClaimsOf(by);
    Answer answer = command.mayCommand(record, by);
    if (answer instanceof Answer.No no) {
      return command.refuseTake(record, by, no.why());
    }
    handover.readBack(said);
    book.line(
        record,
        Actor.person(by),
        "handover-accepted",
        new Words(
            "{0} です。ブリーフィングを受けました。目標は「{1}」、次の告知は {2}、進行中 {3} 件。ただいまから指揮を引き受けます",
            "{0} here. I have the briefing. Objective: “{1}”. Next announcement: {2}. Open work: {3}. I take command now"),
        same(said.objective()),
        same(said.nextAnnouncement()),
        same(said.openWork()));
    handovers.move(
        record,
        seat,
        handover,
        by,
        (Answer.As) answer,
        new Words("ただいまからコマンダーは {0} さんです（{1} さんから交代）", "{0} commands from now on, after {1}"));
    return command.taken(record, seat);
  }

  /** Asking again is answered with the same; whoever came too late hears who was first. */
  private TakeOutcome late(Incident record, Seat seat, PersonId by) {
    boolean moved =
        handovers.newest(record.id()).filter(last -> last.endedAs(End.TAKEN)).isPresent();
    if (moved && seat.holder().equals(by)) {
      return command.taken(record, seat);
    }
    return moved
        ? new TakeOutcome.AlreadyHeld(seat.holder(), seat.since())
        : new TakeOutcome.NotAllowed(book.refused(record, by, NOBODY_ASKED));
  }

  Outcome decline(IncidentId incident, PersonId by) {
    Incident record = book.lockOpen(incident);
    Optional<Handover> running = store.running(incident).filter(h -> !h.isForced());
    if (running.isEmpty()) {
      return new Outcome.AlreadyDone();
    }
    Optional<PersonId> asked = running.get().asked();
    if (asked.isEmpty()) {
      return new Outcome.NotNow(NO_NEED_TO_DECLINE);
    }
    if (!asked.get().equals(by)) {
      return running.get().passedOver().contains(by)
          ? new Outcome.AlreadyDone()
          : new Outcome.NotAllowed(
              book.refused(record, by, Names.fill(NOT_ASKED, names.of(asked.get()))));
    }
    handovers.passOver(record, running.get(), Refusal.DECLINED);
    return Outcome.done();
  }

  Outcome withdraw(IncidentId incident, PersonId by) {
    Incident record = book.lockOpen(incident);
    Optional<Handover> running = store.running(incident);
    if (running.isEmpty()) {
      return new Outcome.AlreadyDone();
    }
    PersonId began = running.get().askedBy();
    if (!began.equals(by)) {
      return new Outcome.NotAllowed(
          book.refused(record, by, Names.fill(ONLY_WHO_BEGAN, names.of(began))));
    }
    handovers.end(record, running.get(), End.WITHDRAWN, Actor.person(by));
    return Outcome.done();
  }

  private static void atMost(String field, String text) {
    if (text.length() > LENGTH) {
      throw new ProblemException(IncidentProblems.FIELD_NEEDED, field, LENGTH);
    }
  }

  private static Words same(String text) {
    return new Words(text, text);
  }
}
