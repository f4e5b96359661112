package org.honbu.incidents.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.honbu.incidents.Outcome;
import org.honbu.incidents.PrivacyChanged;
import org.honbu.kernel.Actor;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.honbu.people.People;
import org.honbu.people.Role;

/**
 * Decides and writes whether everybody may read an incident. Knows no engine; joins the caller's
 * transaction and leaves it flushed.
 */
@ApplicationScoped
class PrivacyActs {
  private static final Words LEADER_OR_OFFICER =
      new Words(
          "非公開にする・公開に戻すのは、いま指揮している人と個人情報担当（privacy-officer）です：{0}",
          "Whether it is private is for whoever leads and for privacy officers: {0}");

  private final IncidentStore store;
  private final Book book;
  private final Responders responders;
  private final People people;
  private final Names names;

  @Inject
  PrivacyActs(IncidentStore store, Book book, Responders responders, People people, Names names) {
    this.store = store;
    this.book = book;
    this.responders = responders;
    this.people = people;
    this.names = names;
  }

  Outcome close(IncidentId incident, String reason, PersonId by) {
    String why = Fields.needed("reason", reason, Fields.REASON_LENGTH);
    Incident record = book.lock(incident);
    if (!mayDecide(record, by)) {
      return refused(record, by);
    }
    if (record.isPrivate()) {
      return new Outcome.AlreadyDone();
    }
    record.makePrivate();
    changed(
        record,
        by,
        "made-private",
        new Words(
            "{0} さんが非公開にしました。読めるのは中の人だけです：{1}",
            "{0} made it private; only those inside read it: {1}"),
        why);
    HarmedDataIsPrivate.withItsParts(record, store, book);
    store.flush();
    return Outcome.done();
  }

  Outcome open(IncidentId incident, String reason, PersonId by) {
    String why = Fields.needed("reason", reason, Fields.REASON_LENGTH);
    Incident record = book.lock(incident);
    if (!mayDecide(record, by)) {
      return refused(record, by);
    }
    if (!record.isPrivate()) {
      return new Outcome.AlreadyDone();
    }
    record.openToAll();
    changed(
        record,
        by,
        "opened-to-all",
        new Words("{0} さんが公開に戻しました：{1}", "{0} opened it to everybody: {1}"),
        why);
    store.flush();
    return Outcome.done();
  }

  private void changed(Incident record, PersonId by, String type, Words sentence, String why) {
    book.line(record, Actor.person(by), type, sentence, Names.same(why));
    book.announce(
        record, new PrivacyChanged(record.id(), record.kind(), record.isPrivate(), book.now()));
  }

  boolean mayDecide(Incident record, PersonId by) {
    return people.hasRole(by, Role.PRIVACY_OFFICER)
        || responders.leader(record).filter(by::equals).isPresent();
  }

  private Outcome refused(Incident record, PersonId by) {
    Words leaders =
        responders
            .leader(record)
            .map(names::of)
            .orElseGet(() -> names.whoHave(Role.PRIVACY_OFFICER));
    return new Outcome.NotAllowed(book.refused(record, by, Names.fill(LEADER_OR_OFFICER, leaders)));
  }
}
