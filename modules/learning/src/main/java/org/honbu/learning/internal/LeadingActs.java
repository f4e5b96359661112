package org.honbu.learning.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.honbu.incidents.Outcome;
import org.honbu.kernel.Actor;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.ProblemException;
import org.honbu.kernel.Words;
import org.honbu.learning.Postmortem.Form;

/** Decides who brings a review about, who leads it, and when people meet. */
@ApplicationScoped
class LeadingActs {
  /** After that long without an owner, process owners may choose one as well. */
  static final Duration OVERDUE = Duration.ofDays(1);

  private static final Words ALREADY_REVIEWED =
      new Words("もうレビュー済みです", "It has been reviewed already");
  private static final Words THREE_PEOPLE =
      new Words(
          "コマンダー、まとめ役、進行役は別の三人にしてください",
          "Commander, owner and facilitator are three different people");

  private final LearningBook book;
  private final LearningStore store;
  private final Participants participants;

  @Inject
  LeadingActs(LearningBook book, LearningStore store, Participants participants) {
    this.book = book;
    this.store = store;
    this.participants = participants;
  }

  List<PersonId> proposals(IncidentId incident) {
    return participants.awayFromTheChange(incident);
  }

  Outcome chooseOwner(IncidentId incident, PersonId owner, PersonId by) {
    PostmortemRow row = book.locked(incident);
    if (row.form() != Form.FULL || !row.isBeingWritten()) {
      return book.notNow(incident, by, ALREADY_REVIEWED);
    }
    if (!mayChoose(row, by)) {
      return book.notAllowed(incident, by, onlyTheCommander(row));
    }
    book.known("owner", owner);
    if (isTaken(row, owner)) {
      return book.notNow(incident, by, THREE_PEOPLE);
    }
    row.ownedBy(owner);
    book.note(
        incident,
        Actor.person(by),
        new Words("{0} さんが振り返りのまとめ役に {1} さんを選びました", "{0} chose {1} as the owner of the review"),
        book.name(by),
        book.name(owner));
    book.tell(
        owner,
        row,
        "owner:" + row.begunAt().getEpochSecond(),
        new Words(
                "振り返りのまとめ役に選ばれました。{0} までに集まる日時と進行役を決めてください",
                "You were chosen as the owner of the review. Set a meeting by {0}, and who leads it")
            .with(LearningBook.when(row.dueAt())));
    store.flush();
    return Outcome.done();
  }

  private static boolean isTaken(PostmortemRow row, PersonId owner) {
    return row.commander().filter(owner::equals).isPresent()
        || row.facilitator().filter(owner::equals).isPresent();
  }

  /** The commander; process owners when that is a day late, or when nobody commanded. */
  private boolean mayChoose(PostmortemRow row, PersonId by) {
    boolean late = book.now().isAfter(row.begunAt().plus(OVERDUE)) || row.commander().isEmpty();
    return row.commander().filter(by::equals).isPresent() || (late && book.isProcessOwner(by));
  }

  private Words onlyTheCommander(PostmortemRow row) {
    return row.commander()
        .map(
            commander ->
                new Words(
                        "まとめ役を選ぶのは、指揮した {0} さんです。1 日たつとプロセスオーナーも選べます",
                        "{0}, who commanded, chooses the owner; after a day process owners may, too")
                    .with(book.name(commander)))
        .orElse(new Words("まとめ役はプロセスオーナーが選びます", "A process owner chooses the owner"));
  }

  Outcome schedule(IncidentId incident, Instant at, PersonId facilitator, PersonId by) {
    PostmortemRow row = book.locked(incident);
    if (row.form() != Form.FULL || !row.isBeingWritten()) {
      return book.notNow(incident, by, ALREADY_REVIEWED);
    }
    if (row.owner().filter(by::equals).isEmpty()) {
      return book.notAllowed(
          incident, by, new Words("日時と進行役は、まとめ役が決めます", "The owner of the review sets the meeting"));
    }
    checkTime(row, at);
    book.known("facilitator", facilitator);
    if (facilitator.equals(by) || row.commander().filter(facilitator::equals).isPresent()) {
      return book.notNow(incident, by, THREE_PEOPLE);
    }
    row.meets(at, facilitator);
    book.note(
        incident,
        Actor.person(by),
        new Words("振り返りは {0}、進行役は {1} さんです", "The review is on {0}, led by {1}"),
        LearningBook.when(at),
        book.name(facilitator));
    book.tell(
        facilitator,
        row,
        "facilitator:" + at.getEpochSecond(),
        new Words("{0} の振り返りの進行をお願いします", "Please lead the review on {0}")
            .with(LearningBook.when(at)));
    store.flush();
    return Outcome.done();
  }

  /** By the day it is due (TM31); once that has passed, within a day. */
  private void checkTime(PostmortemRow row, Instant at) {
    Instant now = book.now();
    Instant latest = now.isAfter(row.dueAt()) ? now.plus(OVERDUE) : row.dueAt();
    if (at.isBefore(now) || at.isAfter(latest)) {
      throw new ProblemException(
          LearningProblems.TIME,
          "meetingAt",
          LearningBook.when(now).en(),
          LearningBook.when(latest).en());
    }
  }
}
