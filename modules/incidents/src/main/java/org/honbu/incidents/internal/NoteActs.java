package org.honbu.incidents.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.honbu.incidents.NoteTag;
import org.honbu.incidents.Outcome;
import org.honbu.kernel.Actor;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;

/** Writes people's notes. Joins the caller's transaction and leaves it flushed. */
@ApplicationScoped
class NoteActs {
  static final int LENGTH = 500;

  private final IncidentStore store;
  private final CareActs watched;
  private final Book book;

  @Inject
  NoteActs(IncidentStore store, CareActs watched, Book book) {
    this.store = store;
    this.watched = watched;
    this.book = book;
  }

  Outcome write(IncidentId incident, NoteTag tag, String said, PersonId by) {
    String text = Fields.needed("text", said, LENGTH);
    Incident record = book.lockOpen(incident);
    book.line(
        record,
        Actor.person(by),
        tag.type(),
        tag == NoteTag.NOTE
            ? new Words("{0} さん：{1}", "{0}: {1}")
            : new Words("{2}（{0} さん）：{1}", "{2} ({0}): {1}"),
        new Words(text, text),
        tag.label());
    if (tag.isInvestigation()) {
      store
          .seat(incident)
          .filter(seat -> seat.holder().equals(by))
          .ifPresent(
              seat ->
                  watched.sign(
                      record,
                      seat,
                      Sign.Kind.FINDING,
                      Optional.of(new Words(text, text)),
                      book.now()));
    }
    store.flush();
    return Outcome.done();
  }
}
