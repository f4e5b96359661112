package org.honbu.incidents.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.honbu.incidents.TakeOutcome;
import org.honbu.kernel.Actor;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;

/**
 * Decides and writes to whom announcing is given. Knows no engine; joins the caller's transaction
 * and leaves it flushed.
 */
@ApplicationScoped
class AnnouncerActs {
  private static final Words NOT_YOURS =
      new Words(
          "アナウンスを任せられるのは、コマンダーの {0} さんと、いまのアナウンス担当です",
          "Announcing is given by {0}, who commands, or by whoever announces now");

  private final IncidentStore store;
  private final Book book;
  private final Names names;
  private final CommandActs command;

  @Inject
  AnnouncerActs(IncidentStore store, Book book, Names names, CommandActs command) {
    this.store = store;
    this.book = book;
    this.names = names;
    this.command = command;
  }

  TakeOutcome assign(IncidentId incident, PersonId announcer, PersonId by) {
    Incident record = book.lockOpen(incident);
    Seat seat = command.seatOf(record);
    Optional<Service> before = command.announcer(record);
    boolean theirs = before.filter(held -> held.person().equals(by)).isPresent();
    if (!seat.holder().equals(by) && !theirs) {
      return refused(record, by, Names.fill(NOT_YOURS, names.of(seat.holder())));
    }
    if (before.filter(held -> held.person().equals(announcer)).isPresent()) {
      return new TakeOutcome.Taken(before.get().beganAt());
    }
    Optional<Words> no = command.mayAnnounce(record, announcer);
    if (no.isPresent()) {
      return refused(record, by, no.get());
    }
    return command.announces(record, announcer, Actor.person(by));
  }

  /** RO-F: nobody announces and nobody but the commander could; says who does from now on. */
  Optional<PersonId> fallsToTheCommander(IncidentId incident) {
    Incident record = book.lock(incident);
    Optional<PersonId> commander = command.seat(incident).map(Seat::holder);
    if (commander.isEmpty()
        || command.announcer(record).isPresent()
        || command.othersCouldAnnounce(record)) {
      return Optional.empty();
    }
    command.announces(record, commander.get(), Actor.honbu("announcements"));
    return commander;
  }

  /** Whether they could announce; locks nothing. */
  boolean mayAnnounce(IncidentId incident, PersonId person) {
    Incident record = store.find(incident).orElseThrow(() -> Book.unknown(incident));
    return command.mayAnnounce(record, person).isEmpty();
  }

  private TakeOutcome refused(Incident record, PersonId by, Words why) {
    return new TakeOutcome.NotAllowed(book.refused(record, by, why));
  }
}
