package org.honbu.incidents.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.honbu.incidents.Activity;
import org.honbu.incidents.ActivityHeard;
import org.honbu.kernel.Actor;
import org.honbu.kernel.Ids;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Words;

/**
 * Writes down what other systems tell of people's work, and where it concerns an incident. Joins
 * the caller's transaction and leaves it flushed.
 */
@ApplicationScoped
class ActivityActs {
  private final IncidentStore store;
  private final CareStore care;
  private final CareActs watched;
  private final Book book;
  private final Names names;
  private final Ids ids;

  @Inject
  ActivityActs(
      IncidentStore store, CareStore care, CareActs watched, Book book, Names names, Ids ids) {
    this.store = store;
    this.care = care;
    this.watched = watched;
    this.book = book;
    this.names = names;
    this.ids = ids;
  }

  UUID heard(Activity activity) {
    Instant now = book.now();
    var row = new HeardActivity(ids.next(), activity, now);
    store.add(row);
    Set<IncidentId> concerned = care.concerned(activity.person(), activity.component());
    for (Incident record : store.lockAll(concerned).values()) {
      if (record.state().isOpen()) {
        tell(record, row.id(), activity, now);
      }
    }
    store.flush();
    return row.id();
  }

  private void tell(Incident record, UUID id, Activity activity, Instant now) {
    Words what = what(activity);
    book.line(
        record,
        new Actor.Integration(activity.integration()),
        "activity",
        new Words("{1}：{2}。{0} からの知らせです", "{1}: {2}, says {0}"),
        who(activity),
        what);
    book.announce(record, new ActivityHeard(record.id(), record.kind(), id, now));
    // Work of an earlier commander, told late, says nothing of who commands now.
    store
        .seat(record.id())
        .filter(seat -> activity.person().equals(Optional.of(seat.holder())))
        .filter(seat -> !activity.at().isBefore(seat.since()))
        .ifPresent(
            seat ->
                watched.sign(record, seat, Sign.Kind.OPERATED, Optional.of(what), activity.at()));
  }

  private Words who(Activity activity) {
    return activity
        .person()
        .map(names::of)
        .map(name -> new Words(name.ja() + " さん", name.en()))
        .orElseGet(() -> new Words(activity.who(), activity.who()));
  }

  /** 「ロールバック（payment-api）」 */
  private static Words what(Activity activity) {
    Words label = activity.work().label();
    return activity
        .component()
        .map(name -> new Words(label.ja() + "（" + name + "）", label.en() + " (" + name + ")"))
        .orElse(label);
  }
}
