package org.honbu.incidents.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.honbu.incidents.ProcessRebuilt;
import org.honbu.incidents.PublicPhase;
import org.honbu.kernel.Actor;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Words;

/** Writes down what others did about an incident; decides nothing. */
@ApplicationScoped
class NotingActs {
  private final IncidentStore store;
  private final Book book;
  private final UndoOffers undo;

  @Inject
  NotingActs(IncidentStore store, Book book, UndoOffers undo) {
    this.store = store;
    this.book = book;
    this.undo = undo;
  }

  void published(IncidentId incident, PublicPhase phase, Actor by) {
    Incident record = book.lock(incident);
    record.published(phase, book.now());
    book.line(
        record,
        by,
        "published",
        new Words("利用者にお知らせしました：{1}", "Users were told: {1}"),
        phase.label());
    store.flush();
  }

  /** The new process begins after the time to take back an end, so that time is over. */
  void processRebuilt(IncidentId incident, Actor by) {
    Incident record = book.lock(incident);
    undo.letStand(record);
    book.line(
        record,
        by,
        "rebuilt",
        new Words("工程を作り直しました。記録はそのままです", "The process was rebuilt; the record is as it was"));
    book.announce(record, new ProcessRebuilt(incident, record.kind(), book.now()));
    store.flush();
  }

  void note(IncidentId incident, String type, Words words, Actor by) {
    book.line(book.lock(incident), by, type, words);
    store.flush();
  }
}
