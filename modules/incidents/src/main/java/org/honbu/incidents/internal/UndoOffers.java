package org.honbu.incidents.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.honbu.incidents.Undoable;
import org.honbu.kernel.Ids;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;

/** Keeps what may be taken back; under the incident's lock, as everything of it. */
@ApplicationScoped
class UndoOffers {
  private final IncidentStore store;
  private final Book book;
  private final Ids ids;

  @Inject
  UndoOffers(IncidentStore store, Book book, Ids ids) {
    this.store = store;
    this.book = book;
    this.ids = ids;
  }

  /** How it stands now, before the act. */
  Before before(Incident record) {
    return Before.of(record, store.seat(record.id()));
  }

  /**
   * Offers to take back what this person has just done.
   *
   * @param at when they did it; also when duties ended by it
   */
  void offer(Incident record, Undoable act, PersonId by, Before before, Instant at) {
    store.add(new OfferedUndo(ids.next(), act, by, before, record, store.seat(record.id()), at));
  }

  /** The newest of that act, whatever has become of it. */
  Optional<OfferedUndo> last(IncidentId incident, Undoable act) {
    return store.undoOffers(incident).stream()
        .filter(offer -> offer.act() == act)
        .reduce((older, newer) -> newer);
  }

  /** Ends of the response that the process has not let stand yet. */
  List<OfferedUndo> unsettledEnds(IncidentId incident) {
    return store.undoOffers(incident).stream()
        .filter(offer -> offer.act().isEnd() && offer.isOpen())
        .toList();
  }

  /** From now on its ends cannot be taken back. */
  void letStand(Incident record) {
    Instant now = book.now();
    unsettledEnds(record.id()).forEach(offer -> offer.end(OfferedUndo.Ending.STANDS, now));
  }
}
