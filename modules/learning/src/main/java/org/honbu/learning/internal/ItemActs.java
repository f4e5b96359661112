package org.honbu.learning.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.honbu.incidents.Outcome;
import org.honbu.kernel.Actor;
import org.honbu.kernel.Ids;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.ProblemException;
import org.honbu.kernel.TeamId;
import org.honbu.kernel.Words;
import org.honbu.learning.ActionItem;
import org.honbu.learning.ActionWish;
import org.honbu.learning.Postmortem.Form;
import org.honbu.learning.Postmortem.State;
import org.honbu.people.People;
import org.honbu.workflow.Decisions;
import org.honbu.workflow.Facts;

/** Decides about action items: agreed, done, waived. */
@ApplicationScoped
class ItemActs {
  private static final String TABLE = "ActionItemDue";

  private final LearningBook book;
  private final LearningStore store;
  private final WritingActs reviews;
  private final Decisions decisions;
  private final People people;
  private final Ids ids;

  @Inject
  ItemActs(
      LearningBook book,
      LearningStore store,
      WritingActs reviews,
      Decisions decisions,
      People people,
      Ids ids) {
    this.book = book;
    this.store = store;
    this.reviews = reviews;
    this.decisions = decisions;
    this.people = people;
    this.ids = ids;
  }

  Outcome add(IncidentId incident, ActionWish wish, PersonId by) {
    PostmortemRow row = book.locked(incident);
    if (row.form() != Form.FULL || row.is(State.CLOSED)) {
      return book.notNow(
          incident,
          by,
          new Words("振り返りが完了したので、足せません", "The review is complete; nothing can be added"));
    }
    if (!mayAdd(row, by)) {
      return book.notAllowed(
          incident,
          by,
          new Words(
              "足せるのは、対応できる人とまとめ役・進行役です", "Responders, the owner and the facilitator add items"));
    }
    ActionWish checked =
        new ActionWish(
            Fields.needed("what", wish.what(), Fields.WHAT),
            wish.kind(),
            wish.team(),
            book.known("owner", wish.owner()),
            wish.due());
    var item =
        new ActionItemRow(
            ids.next(),
            row,
            store.items(incident).size() + 1,
            checked,
            team(incident, checked),
            due(row.severity(), checked.due()));
    store.add(item);
    tell(item, Actor.person(by));
    store.flush();
    book.announce(item);
    return Outcome.done();
  }

  /** The timeline and its owner hear of a new one. */
  void tell(ActionItemRow item, Actor by) {
    book.note(
        item.incident(),
        by,
        new Words("アクション {0}（{1} さん、{2} まで）", "Action item {0} ({1}, by {2})"),
        item.words(),
        book.name(item.owner()),
        LearningBook.when(item.dueAt()));
    book.tell(
        item.owner(),
        item,
        "item:" + item.id(),
        new Words("アクション {0} をお願いします。{1} までです", "Action item {0} is yours, by {1}")
            .with(item.words(), LearningBook.when(item.dueAt())));
  }

  private boolean mayAdd(PostmortemRow row, PersonId by) {
    return row.owner().filter(by::equals).isPresent()
        || row.facilitator().filter(by::equals).isPresent()
        || book.isProcessOwner(by)
        || book.mayRespond(row.incident(), by);
  }

  private TeamId team(IncidentId incident, ActionWish wish) {
    TeamId team = wish.team().orElseGet(() -> book.view(incident).team());
    if (people.team(team).isEmpty()) {
      throw new ProblemException(LearningProblems.UNKNOWN_TEAM, "team", team);
    }
    return team;
  }

  /** The end of the day that was wished for, or the latest the table allows (TM32). */
  Instant due(int severity, Optional<LocalDate> wished) {
    Instant now = book.now();
    Instant latest = latest(severity);
    Instant due =
        wished
            .map(day -> day.plusDays(1).atStartOfDay(LearningBook.ZONE).toInstant())
            .map(end -> end.minusSeconds(1))
            .orElse(latest);
    boolean sameDay =
        due.atZone(LearningBook.ZONE)
            .toLocalDate()
            .equals(latest.atZone(LearningBook.ZONE).toLocalDate());
    if (due.isBefore(now) || (due.isAfter(latest) && !sameDay)) {
      throw new ProblemException(
          LearningProblems.TIME,
          "due",
          now.atZone(LearningBook.ZONE).toLocalDate(),
          latest.atZone(LearningBook.ZONE).toLocalDate());
    }
    return due;
  }

  /** The last moment the table allows for an item that is agreed now (TM32). */
  Instant latest(int severity) {
    Duration within =
        decisions.decide(TABLE, Facts.of("severity", severity)).stream()
            .findFirst()
            .map(found -> found.duration("dueWithin"))
            .orElse(Duration.ofDays(60));
    return book.now().plus(within);
  }

  Outcome done(UUID id, String how, PersonId by) {
    ActionItemRow item = locked(id);
    if (!item.isOpen()) {
      return new Outcome.AlreadyDone();
    }
    if (!item.owner().equals(by)) {
      return book.notAllowed(
          item.incident(),
          by,
          new Words("完了と言えるのは、担当の {0} さんです", "Its owner {0} says when it is done")
              .with(book.name(item.owner())));
    }
    String what = Fields.needed("how", how, Fields.REASON);
    return settle(
        item,
        ActionItem.State.DONE,
        what,
        by,
        new Words("アクション {0} が終わりました：{1}", "Action item {0} is done: {1}"));
  }

  /** A41: never by the item's owner. */
  Outcome waive(UUID id, String reason, PersonId by) {
    ActionItemRow item = locked(id);
    if (!item.isOpen()) {
      return new Outcome.AlreadyDone();
    }
    if (item.owner().equals(by)) {
      return book.notAllowed(
          item.incident(),
          by,
          new Words(
              "自分が担当するアクションは見送れません。ほかのプロセスオーナーに頼んでください",
              "Nobody waives an item of their own; ask another process owner"));
    }
    if (!book.isProcessOwner(by)) {
      return book.notAllowed(
          item.incident(),
          by,
          new Words("見送れるのはプロセスオーナーだけです", "Only a process owner waives an item"));
    }
    String why = Fields.needed("reason", reason, Fields.REASON);
    return settle(
        item,
        ActionItem.State.WAIVED,
        why,
        by,
        new Words("アクション {0} を見送りました：{1}", "Action item {0} was waived: {1}"));
  }

  private Outcome settle(
      ActionItemRow item, ActionItem.State how, String why, PersonId by, Words sentence) {
    item.settle(how, why, by, book.now());
    book.note(item.incident(), Actor.person(by), sentence, item.words(), why);
    store.flush();
    reviews.closeWhenSettled(item.incident());
    store.flush();
    book.announce(item);
    return Outcome.done();
  }

  /** An item, under its incident's lock. */
  ActionItemRow locked(UUID id) {
    IncidentId incident = found(id).incident();
    book.lock(incident);
    return found(id);
  }

  private ActionItemRow found(UUID id) {
    return store
        .item(id)
        .orElseThrow(() -> new ProblemException(LearningProblems.UNKNOWN_ITEM, id));
  }

  List<ActionItem> open() {
    Instant now = book.now();
    return store.openItems().stream()
        .map(ActionItemRow::view)
        .sorted(ByUrgency.items(now))
        .toList();
  }
}
