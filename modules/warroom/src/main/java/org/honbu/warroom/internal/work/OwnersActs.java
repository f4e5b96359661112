package org.honbu.warroom.internal.work;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.honbu.incidents.CommandSeat;
import org.honbu.incidents.Outcome;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.honbu.warroom.Assignment.Answered;
import org.honbu.warroom.Assignment.State;
import org.honbu.warroom.WorkReport;

/**
 * Decides and writes what the owner of a piece of work says to it; knows no engine, so that both
 * doors end here. Joins the caller's transaction and leaves it flushed.
 */
@ApplicationScoped
class OwnersActs {
  private static final int HERO = 2;
  private static final int UNDERSTOOD = 200;

  private static final Words NOT_YOURS =
      new Words("これは {0} さんに頼んだ仕事です", "This work was given to {0}");
  private static final Words IT_HAS_ENDED =
      new Words("この仕事はもう終わっています", "This work has ended already");
  private static final Words ACCEPT_FIRST =
      new Words("先に「了解」か「できません」を選んでください", "Choose “I take it” or “I cannot” first");
  private static final Words REPORT_INSTEAD =
      new Words(
          "もう引き受けています。続けられなければ、わかったところまで報告してください",
          "You have it already. If you cannot go on, report as far as you came");

  private final WorkBook book;
  private final WorkStore store;
  private final WhoIsFree free;

  @Inject
  OwnersActs(WorkBook book, WorkStore store, WhoIsFree free) {
    this.book = book;
    this.store = store;
    this.free = free;
  }

  Outcome accept(
      IncidentId incident, int number, String said, Optional<Duration> wished, PersonId by) {
    String understood = Fields.atMost("understoodAs", said, UNDERSTOOD);
    Optional<Duration> box = wished.map(own -> Fields.box("minutes", own));
    Optional<CommandSeat> seat = book.lock(incident);
    AssignmentRow row = book.work(incident, number);
    Optional<Outcome> no = mayAnswer(seat, row, by);
    if (no.isPresent()) {
      return no.get();
    }
    if (!row.is(State.PROPOSED)) {
      return row.is(State.ACCEPTED) ? new Outcome.AlreadyDone() : new Outcome.NotNow(IT_HAS_ENDED);
    }
    row.accepted(box, book.now());
    book.line(
        incident,
        "work-accepted",
        (understood.isEmpty()
                ? new Words("{0} さんが引き受けました：{1}（{2} 分）", "{0} takes {1} ({2} min)")
                : new Words(
                    "{0} さんが引き受けました：{1}（{2} 分）。理解：{3}",
                    "{0} takes {1} ({2} min), understood as: {3}"))
            .with(book.name(by), row.title(), row.box().toMinutes(), understood),
        by);
    book.taken(row);
    book.moved(row);
    store.flush();
    seat.ifPresent(commander -> warnOfAHero(incident, commander.holder(), by));
    return Outcome.done();
  }

  /** One person with everything on their hands helps nobody; the commander hears it in private. */
  private void warnOfAHero(IncidentId incident, PersonId commander, PersonId owner) {
    long accepted =
        store.work(incident).stream()
            .filter(row -> row.is(State.ACCEPTED) && row.owner().equals(owner))
            .count();
    if (accepted >= HERO) {
      book.whisper(
          commander,
          incident,
          "hero:" + owner,
          new Words(
                  "{0} さんが {1} 件の仕事を抱えています。一つを別の人に頼めませんか",
                  "{0} has {1} pieces of work at once. Could somebody else take one?")
              .with(book.name(owner), accepted));
    }
  }

  Outcome decline(IncidentId incident, int number, PersonId by) {
    Optional<CommandSeat> seat = book.lock(incident);
    AssignmentRow row = book.work(incident, number);
    Optional<Outcome> no = mayAnswer(seat, row, by);
    if (no.isPresent()) {
      return no.get();
    }
    if (!row.is(State.PROPOSED)) {
      return declinedLate(row);
    }
    row.declined();
    // Nobody's name: saying no is free and stands on no list of a person.
    book.line(
        incident,
        "work-declined",
        new Words("{0} は別の人に頼みます", "{0} needs somebody else").with(row.title()));
    book.moved(row);
    seat.ifPresent(commander -> tellDeclined(row, commander.holder()));
    store.flush();
    return Outcome.done();
  }

  private static Outcome declinedLate(AssignmentRow row) {
    if (row.is(State.ACCEPTED)) {
      return new Outcome.NotNow(REPORT_INSTEAD);
    }
    return row.is(State.DECLINED) ? new Outcome.AlreadyDone() : new Outcome.NotNow(IT_HAS_ENDED);
  }

  private void tellDeclined(AssignmentRow row, PersonId commander) {
    Words next = suggestion(free, book, row, commander);
    book.whisper(
        commander,
        row.incident(),
        "work-declined:" + row.number(),
        new Words("{0} さんは「{1}」を引き受けられません。{2}", "{0} cannot take “{1}”. {2}")
            .with(book.name(row.owner()), row.title(), next));
  }

  /** Whom to ask instead, or what else there is to do. */
  static Words suggestion(WhoIsFree free, WorkBook book, AssignmentRow row, PersonId commander) {
    return free.next(row.incident(), java.util.Set.of(row.owner(), commander))
        .map(person -> new Words("次は {0} さんに頼めます", "{0} could be next").with(book.name(person)))
        .orElse(
            new Words(
                "手空きの人はいません。手空きを聞くか、招集してください", "Nobody is free. Ask the room or summon somebody"));
  }

  Outcome report(IncidentId incident, int number, WorkReport said, PersonId by) {
    WorkReport report = Fields.check(said);
    Optional<CommandSeat> seat = book.lock(incident);
    AssignmentRow row = book.work(incident, number);
    Optional<Outcome> no = mayAnswer(seat, row, by);
    if (no.isPresent()) {
      return no.get();
    }
    if (!row.is(State.ACCEPTED)) {
      return reportedLate(row);
    }
    row.reported(report, book.now());
    book.line(
        incident,
        "work-reported",
        new Words(
                "{0} さんの報告、{1}（{2}）：{3}。やったこと：{4}。要ること：{5}",
                "{0} reports on {1} ({2}): {3}. Done: {4}. Needed: {5}")
            .with(
                book.name(by),
                row.title(),
                label(report.answered()),
                report.conditions(),
                report.actions(),
                report.needs().isEmpty() ? "—" : report.needs()),
        by);
    book.moved(row);
    store.flush();
    return Outcome.done();
  }

  private static Outcome reportedLate(AssignmentRow row) {
    return switch (row.state()) {
      case PROPOSED, ACCEPTED -> new Outcome.NotNow(ACCEPT_FIRST);
      case REPORTED, DONE -> new Outcome.AlreadyDone();
      case DECLINED, CANCELLED -> new Outcome.NotNow(IT_HAS_ENDED);
    };
  }

  static Words label(Answered answered) {
    return switch (answered) {
      case FOUND -> new Words("わかった", "found");
      case EXCLUDED -> new Words("それではなかった", "ruled out");
      case UNKNOWN -> new Words("わからない", "unknown");
    };
  }

  private Optional<Outcome> mayAnswer(Optional<CommandSeat> seat, AssignmentRow row, PersonId by) {
    if (!row.owner().equals(by)) {
      Words why = book.refused(row.incident(), NOT_YOURS.with(book.name(row.owner())), by);
      return Optional.of(new Outcome.NotAllowed(why));
    }
    return seat.isEmpty() ? Optional.of(new Outcome.NotNow(WorkBook.NO_ROOM)) : Optional.empty();
  }
}
