package org.honbu.incidents.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import org.honbu.incidents.LargeReason;
import org.honbu.incidents.Outcome;
import org.honbu.incidents.Room;
import org.honbu.incidents.Undoable;
import org.honbu.kernel.Actor;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;

/** エスカレ: a person opens the room at once, and may take it back for a moment. */
@ApplicationScoped
class EscalatingActs {
  private final Book book;
  private final CommandActs command;
  private final UndoOffers undo;

  @Inject
  EscalatingActs(Book book, CommandActs command, UndoOffers undo) {
    this.book = book;
    this.command = command;
    this.undo = undo;
  }

  /**
   * What became of it.
   *
   * @param opened whether the room was opened by it, not only given another reason
   */
  record Escalated(Outcome outcome, boolean opened) {}

  Escalated escalate(IncidentId incident, PersonId by) {
    Incident record = book.lockOpen(incident);
    Before before = undo.before(record);
    Outcome outcome =
        command.openRoom(incident, Set.of(LargeReason.L_HUMAN), Optional.of(by), Actor.person(by));
    boolean opened = before.room() != Room.OPEN && outcome instanceof Outcome.Done;
    if (opened) {
      undo.offer(record, Undoable.ESCALATION, by, before, book.now());
    }
    return new Escalated(outcome, opened);
  }
}
