package org.honbu.incidents.internal;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.honbu.incidents.IncidentState;
import org.honbu.incidents.LargeReason;
import org.honbu.incidents.Room;
import org.honbu.kernel.PersonId;

/**
 * How an incident stood before an act that may be taken back.
 *
 * @param standIn who only stood in for the first answerer
 */
record Before(
    IncidentState state,
    Room room,
    Optional<Instant> roomOpenedAt,
    Set<LargeReason> reasons,
    boolean breakGlass,
    boolean triaged,
    Optional<PersonId> standIn) {

  static Before of(Incident record, Optional<Seat> seat) {
    return new Before(
        record.state(),
        record.room(),
        record.times().roomOpenedAt(),
        record.largeReasons(),
        record.breakGlass(),
        record.triaged().isPresent(),
        seat.filter(Seat::isStandIn).map(Seat::holder));
  }
}
