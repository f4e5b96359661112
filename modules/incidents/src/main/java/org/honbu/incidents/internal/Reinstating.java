package org.honbu.incidents.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.Optional;
import org.honbu.kernel.PersonId;

/** Lets duties go on that an end of the response had ended: it was not the end. */
@ApplicationScoped
class Reinstating {
  private final IncidentStore store;

  @Inject
  Reinstating(IncidentStore store) {
    this.store = store;
  }

  /** Who would command again. */
  Optional<PersonId> commander(OfferedUndo end) {
    return lastInterval(end).map(Interval::holder);
  }

  /**
   * Everybody serves on who served at that moment; the room is open again, with the same seat and
   * in the same interval.
   */
  void standUp(Incident record, OfferedUndo end) {
    store.services(record.id()).stream()
        .filter(service -> service.endedAt().filter(end.offeredAt()::equals).isPresent())
        .forEach(Service::goOn);
    lastInterval(end)
        .ifPresent(
            interval -> {
              Optional<PersonId> standIn = end.before().standIn();
              interval.goOn();
              store.add(Seat.of(interval, standIn.filter(interval.holder()::equals).isPresent()));
              record.roomGoesOn(end.before().breakGlass());
            });
  }

  private Optional<Interval> lastInterval(OfferedUndo end) {
    return store.intervals(end.incident()).stream()
        .filter(interval -> interval.endedAt().filter(end.offeredAt()::equals).isPresent())
        .max(Comparator.comparingInt(Interval::epoch));
  }
}
