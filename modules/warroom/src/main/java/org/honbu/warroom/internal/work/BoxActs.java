package org.honbu.warroom.internal.work;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.honbu.incidents.CommandSeat;
import org.honbu.incidents.Outcome;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.honbu.warroom.Assignment.State;

/**
 * Decides and writes what becomes of a time box; knows no engine, so that both doors end here.
 * Joins the caller's transaction and leaves it flushed.
 */
@ApplicationScoped
class BoxActs {
  /** How long somebody has to report who is asked for it when their time is up. */
  static final Duration TO_REPORT = Duration.ofMinutes(3);

  private static final Words ONLY_WHO_KEEPS_THE_TIME =
      new Words(
          "できるのは、指揮している {0} さんと副コマンダーです", "Only {0}, who commands, and the deputy can do this");
  private static final Words NOT_UNDER_WAY =
      new Words("この仕事はいま進んでいません", "This work is not under way");

  private final WorkBook book;
  private final WorkStore store;

  @Inject
  BoxActs(WorkBook book, WorkStore store) {
    this.book = book;
    this.store = store;
  }

  Outcome moreTime(IncidentId incident, int number, Duration wished, PersonId by) {
    Duration more = Fields.box("minutes", wished);
    Optional<CommandSeat> seat = book.lock(incident);
    AssignmentRow row = book.work(incident, number);
    Optional<Outcome> no = mayKeepTheTime(seat, row, by);
    if (no.isPresent()) {
      return no.get();
    }
    if (!row.is(State.ACCEPTED)) {
      return new Outcome.NotNow(NOT_UNDER_WAY);
    }
    row.longer(more, book.now());
    book.line(
        incident,
        "work-longer",
        new Words("{0} を {1} 分延ばしました", "{0} has {1} minutes more")
            .with(row.title(), more.toMinutes()),
        by);
    book.whisper(
        row.owner(),
        incident,
        "work-longer:" + number,
        new Words("「{0}」をあと {1} 分、お願いします", "“{0}”: please take {1} minutes more")
            .with(row.title(), more.toMinutes()));
    return moved(row);
  }

  Outcome askForReport(IncidentId incident, int number, PersonId by) {
    Optional<CommandSeat> seat = book.lock(incident);
    AssignmentRow row = book.work(incident, number);
    Optional<Outcome> no = mayKeepTheTime(seat, row, by);
    if (no.isPresent()) {
      return no.get();
    }
    if (!row.isOpen()) {
      return new Outcome.NotNow(NOT_UNDER_WAY);
    }
    Instant now = book.now();
    if (row.isTimeUp(now)) {
      row.longer(TO_REPORT, now);
    }
    book.whisper(
        row.owner(),
        incident,
        "how-is-it:" + number,
        new Words(
                "コマンダーから：「{0}」の様子を教えてください。わかったところまでで大丈夫です",
                "From the commander: how is “{0}”? As far as you came is fine")
            .with(row.title()));
    return moved(row);
  }

  Outcome stop(IncidentId incident, int number, PersonId by) {
    Optional<CommandSeat> seat = book.lock(incident);
    AssignmentRow row = book.work(incident, number);
    Optional<Outcome> no = mayKeepTheTime(seat, row, by);
    if (no.isPresent()) {
      return no.get();
    }
    if (!row.isOpen()) {
      return new Outcome.AlreadyDone();
    }
    row.cancelled();
    book.line(
        incident, "work-stopped", new Words("{0} をやめました", "{0} was stopped").with(row.title()), by);
    book.whisper(
        row.owner(),
        incident,
        "work-stopped:" + number,
        new Words("「{0}」はここまでで大丈夫です。ありがとうございました", "You can leave “{0}” now. Thank you")
            .with(row.title()));
    return moved(row);
  }

  private Outcome moved(AssignmentRow row) {
    book.moved(row);
    store.flush();
    return Outcome.done();
  }

  private Optional<Outcome> mayKeepTheTime(
      Optional<CommandSeat> seat, AssignmentRow row, PersonId by) {
    if (seat.isEmpty()) {
      return Optional.of(new Outcome.NotNow(WorkBook.NO_ROOM));
    }
    if (keepsTheTime(row.incident(), seat.get(), by)) {
      return Optional.empty();
    }
    Words why = ONLY_WHO_KEEPS_THE_TIME.with(book.name(seat.get().holder()));
    return Optional.of(new Outcome.NotAllowed(book.refused(row.incident(), why, by)));
  }

  /** The commander, or the deputy, whose part the timers are (RO-5). */
  private boolean keepsTheTime(IncidentId incident, CommandSeat seat, PersonId person) {
    return seat.holder().equals(person)
        || book.view(incident).deputy().filter(person::equals).isPresent();
  }
}
