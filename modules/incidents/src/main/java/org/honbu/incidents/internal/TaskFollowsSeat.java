package org.honbu.incidents.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.honbu.incidents.CommandTaken;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.ProblemException;
import org.honbu.outbox.FactHandler;

/**
 * Lets the task <em>Lead the incident</em> follow the seat when command was taken before the
 * process had come to it: the room opens with the press of a button, its process a moment later.
 * The commander's other tasks follow whoever commands, be it only as acting.
 *
 * <p>While there is no task to lead for somebody who holds command it fails as a conflict, which is
 * no news, and is tried again; a seat that never gets its task shows up among the stuck facts.
 */
@ApplicationScoped
class TaskFollowsSeat implements FactHandler<CommandTaken> {
  private final Book book;
  private final IncidentStore store;
  private final Engine engine;

  @Inject
  TaskFollowsSeat(Book book, IncidentStore store, Engine engine) {
    this.book = book;
    this.store = store;
    this.engine = engine;
  }

  @Override
  public String name() {
    return "incidents.taskFollowsSeat";
  }

  @Override
  public Class<CommandTaken> fact() {
    return CommandTaken.class;
  }

  @Override
  public void on(CommandTaken fact) {
    IncidentId incident = fact.incident();
    book.lock(incident);
    store
        .seat(incident)
        .ifPresent(
            seat -> {
              boolean led = engine.commandGoesTo(seat, incident);
              if (seat.isHeld() && !led) {
                throw new ProblemException(IncidentProblems.NOTHING_TO_LEAD_YET, incident);
              }
            });
  }
}
