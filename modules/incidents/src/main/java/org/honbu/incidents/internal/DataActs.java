package org.honbu.incidents.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import org.honbu.incidents.Impact.DataSecurity;
import org.honbu.incidents.IncidentState;
import org.honbu.incidents.Outcome;
import org.honbu.kernel.Actor;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.honbu.people.People;
import org.honbu.people.Role;

/** Decides and writes what is known of harm to data. Joins the caller's transaction. */
@ApplicationScoped
class DataActs {
  private static final Set<IncidentState> NOTHING_LEFT =
      Set.of(IncidentState.MERGED, IncidentState.FALSE_ALARM, IncidentState.ABORTED);
  private static final Words NOTHING_LEFT_TO_SAY =
      new Words(
          "誤検知・統合済・中止のインシデントには記録できません", "It was a false alarm, merged or aborted: nothing to rate");
  private static final Words ONLY_COMMAND_CLEARS =
      new Words(
          "データの被害を軽く改められるのは、コマンダー（終わったあとは最後のコマンダーとプロセスオーナー）です",
          "Only the commander makes it milder; after the end, the last commander or a process"
              + " owner");
  private static final Words WHO_SPEAKS_UP =
      new Words(
          "できるのは担当チーム・対応者・カスタマーサポート・個人情報担当です",
          "This is for the owning team, responders, customer support and privacy officers");

  private final IncidentStore store;
  private final Book book;
  private final Responders responders;
  private final People people;

  @Inject
  DataActs(IncidentStore store, Book book, Responders responders, People people) {
    this.store = store;
    this.book = book;
    this.responders = responders;
    this.people = people;
  }

  Outcome say(IncidentId incident, DataSecurity is, String reason, PersonId by) {
    String why = Fields.needed("reason", reason, Fields.REASON_LENGTH);
    Incident record = book.lock(incident);
    DataSecurity before = record.impact().dataSecurity();
    if (NOTHING_LEFT.contains(record.state())) {
      return new Outcome.NotNow(book.refused(record, by, NOTHING_LEFT_TO_SAY));
    }
    if (before == is) {
      return new Outcome.AlreadyDone();
    }
    Optional<Words> objection = objection(record, before.orGraver(is) == is, by);
    if (objection.isPresent()) {
      return new Outcome.NotAllowed(book.refused(record, by, objection.get()));
    }
    record.dataIs(is);
    book.line(
        record,
        Actor.person(by),
        "data-security",
        new Words("{0} さん：データ・セキュリティの被害は「{1}」。{2}", "{0}: harm to data or security: {1}. {2}"),
        label(is),
        Names.same(why));
    HarmedDataIsPrivate.after(record, store, book);
    book.rated(record, before);
    store.flush();
    return Outcome.done();
  }

  private Optional<Words> objection(Incident record, boolean graver, PersonId by) {
    if (graver) {
      return speaksUp(record, by) ? Optional.empty() : Optional.of(WHO_SPEAKS_UP);
    }
    return commands(record, by) ? Optional.empty() : Optional.of(ONLY_COMMAND_CLEARS);
  }

  private boolean speaksUp(Incident record, PersonId by) {
    return responders.mayRespond(record, by)
        || people.hasRole(by, Role.PRIVACY_OFFICER)
        || people.hasRole(by, Role.CUSTOMER_SUPPORT);
  }

  private boolean commands(Incident record, PersonId by) {
    Optional<PersonId> holder = store.seat(record.id()).map(Seat::holder);
    if (holder.isPresent()) {
      return holder.get().equals(by);
    }
    boolean last =
        store.intervals(record.id()).stream()
            .max(Comparator.comparing(Interval::epoch))
            .map(Interval::holder)
            .or(record::answeredBy)
            .filter(by::equals)
            .isPresent();
    return last || people.hasRole(by, Role.PROCESS_OWNER);
  }

  static Words label(DataSecurity is) {
    return switch (is) {
      case NONE -> new Words("なし", "none");
      case SUSPECTED -> new Words("疑いあり", "suspected");
      case CONFIRMED -> new Words("確認済み", "confirmed");
      case UNKNOWN -> new Words("不明", "unknown");
    };
  }
}
