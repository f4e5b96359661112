package org.honbu.incidents.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.honbu.incidents.DutyKind;
import org.honbu.incidents.ProcessRebuilt;
import org.honbu.kernel.IncidentId;
import org.honbu.outbox.FactHandler;

/**
 * Who commanded and who announced before the process was rebuilt holds the new tasks too; the seat
 * of an acting commander stays open to be claimed.
 *
 * <p>While a task is not there yet it fails and is tried again.
 */
@ApplicationScoped
class DutiesFollowTheRebuild implements FactHandler<ProcessRebuilt> {
  private final Book book;
  private final IncidentStore store;
  private final Engine engine;

  @Inject
  DutiesFollowTheRebuild(Book book, IncidentStore store, Engine engine) {
    this.book = book;
    this.store = store;
    this.engine = engine;
  }

  @Override
  public String name() {
    return "incidents.duties-follow-the-rebuild";
  }

  @Override
  public Class<ProcessRebuilt> fact() {
    return ProcessRebuilt.class;
  }

  @Override
  public void on(ProcessRebuilt rebuilt) {
    IncidentId incident = rebuilt.incident();
    book.lock(incident);
    boolean led =
        store
            .seat(incident)
            .filter(Seat::isHeld)
            .map(seat -> engine.commandGoesTo(seat, incident))
            .orElse(true);
    boolean announced =
        store.services(incident).stream()
            .filter(service -> service.isOpen() && service.kind() == DutyKind.ANNOUNCER)
            .allMatch(service -> engine.assign(Steps.ANNOUNCE, incident, service.person()));
    if (!led || !announced) {
      throw new IllegalStateException("the process has not come to its duties: " + incident);
    }
  }
}
