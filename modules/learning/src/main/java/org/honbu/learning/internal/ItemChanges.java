package org.honbu.learning.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.honbu.incidents.Outcome;
import org.honbu.incidents.Privacy;
import org.honbu.kernel.Actor;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.honbu.learning.ActionChange;

/** Decides whether an open action item changes hands, or its day. */
@ApplicationScoped
class ItemChanges {
  private static final Words NOTHING =
      new Words("新しい担当か期限を選んでください", "Choose another owner or another day");
  private static final Words SETTLED =
      new Words("もう終わったアクションなので、変えられません", "The item is settled; nothing changes any more");
  private static final Words WHO =
      new Words("変えられるのは、担当の人とプロセスオーナーです", "Its owner and process owners change an item");
  private static final Words OWN_DELAY =
      new Words(
          "自分が担当するアクションの期限は延ばせません。ほかのプロセスオーナーに頼んでください",
          "Nobody puts off an item of their own; ask another process owner");

  private final LearningBook book;
  private final LearningStore store;
  private final ItemActs items;
  private final Privacy privacy;

  @Inject
  ItemChanges(LearningBook book, LearningStore store, ItemActs items, Privacy privacy) {
    this.book = book;
    this.store = store;
    this.items = items;
    this.privacy = privacy;
  }

  Outcome change(UUID id, ActionChange change, PersonId by) {
    ActionItemRow item = items.locked(id);
    if (!item.isOpen()) {
      return book.notNow(item.incident(), by, SETTLED);
    }
    boolean owns = item.owner().equals(by);
    if (!owns && !book.isProcessOwner(by)) {
      return book.notAllowed(item.incident(), by, WHO);
    }
    // An item lets its owner into the incident: nobody outside gives or takes it.
    if (!privacy.mayRead(item.incident(), by)) {
      return book.notAllowed(item.incident(), by, Privacy.HOW_IN);
    }
    String why = Fields.needed("reason", change.reason(), Fields.REASON);
    Optional<PersonId> owner =
        change
            .owner()
            .filter(one -> !one.equals(item.owner()))
            .map(one -> book.known("owner", one));
    Optional<Instant> due =
        change
            .due()
            .filter(day -> !day.equals(day(item.dueAt())))
            .map(day -> items.due(item.severity(), Optional.of(day)));
    if (owner.isEmpty() && due.isEmpty()) {
      return new Outcome.NotNow(NOTHING);
    }
    if (owns && due.filter(item.dueAt()::isBefore).isPresent()) {
      return book.notAllowed(item.incident(), by, OWN_DELAY);
    }
    due.ifPresent(at -> move(item, at, why, by));
    owner.ifPresent(next -> handOn(item, next, why, by));
    store.flush();
    book.announce(item);
    return Outcome.done();
  }

  private static LocalDate day(Instant at) {
    return at.atZone(LearningBook.ZONE).toLocalDate();
  }

  private void move(ActionItemRow item, Instant due, String why, PersonId by) {
    note(
        item,
        by,
        new Words(
            "アクション {0} の期限を {1} から {2} に変えました：{3}",
            "Action item {0} is due on {2} instead of {1}: {3}"),
        LearningBook.when(item.dueAt()),
        LearningBook.when(due),
        why);
    item.dueBy(due);
    tell(
        item,
        by,
        item.owner(),
        new Words("アクション {0} の期限が {1} に変わりました", "Action item {0} is due on {1} now")
            .with(item.words(), LearningBook.when(due)));
  }

  private void handOn(ActionItemRow item, PersonId next, String why, PersonId by) {
    PersonId before = item.owner();
    note(
        item,
        by,
        new Words(
            "アクション {0} の担当を {1} さんから {2} さんに変えました：{3}",
            "Action item {0} went from {1} to {2}: {3}"),
        book.name(before),
        book.name(next),
        why);
    item.handTo(next);
    tell(
        item,
        by,
        before,
        new Words("アクション {0} は {1} さんが引き継ぎます", "{1} takes over action item {0}")
            .with(item.words(), book.name(next)));
    tell(
        item,
        by,
        next,
        new Words("アクション {0} をお願いします。{1} までです", "Action item {0} is yours, by {1}")
            .with(item.words(), LearningBook.when(item.dueAt())));
  }

  private void note(ActionItemRow item, PersonId by, Words sentence, Object... values) {
    Object[] all = new Object[values.length + 1];
    all[0] = item.words();
    System.arraycopy(values, 0, all, 1, values.length);
    book.note(item.incident(), Actor.person(by), sentence, all);
  }

  /** Whoever did it knows. */
  private void tell(ActionItemRow item, PersonId by, PersonId person, Words text) {
    if (!person.equals(by)) {
      book.tell(person, item, "change:" + item.id() + ":" + book.now().toEpochMilli(), text);
    }
  }
}
