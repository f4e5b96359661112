package org.honbu.incidents.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.honbu.incidents.CommandSeat;
import org.honbu.incidents.Standing;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;

/** The one seat of command of an open war room; never empty, only passed on. */
@Entity
@Table(name = "command_seat")
class Seat {
  @Id private String incident;
  @Version private int version;
  private PersonId holder;

  @Enumerated(EnumType.STRING)
  private Standing standing;

  private Instant since;
  private boolean unqualified;

  /** Whether the holder only stands in for the first answerer. */
  @Column(name = "stand_in")
  private boolean standIn;

  private int epoch;

  /** For Hibernate. */
  Seat() {}

  Seat(IncidentId incident, PersonId acting, boolean standIn, boolean unqualified, Instant now) {
    this.incident = incident.value();
    this.holder = acting;
    this.standing = Standing.ACTING;
    this.since = now;
    this.unqualified = unqualified;
    this.standIn = standIn;
    this.epoch = 1;
  }

  /** The seat of an interval that goes on. */
  static Seat of(Interval interval, boolean standIn) {
    var seat =
        new Seat(
            interval.incident(),
            interval.holder(),
            standIn,
            interval.isUnqualified(),
            interval.beganAt());
    seat.standing = interval.standing();
    seat.epoch = interval.epoch();
    return seat;
  }

  /** As in that interval, from now on. */
  static Seat again(Interval interval, boolean standIn, Instant now) {
    Seat seat = of(interval, standIn);
    seat.since = now;
    return seat;
  }

  IncidentId incident() {
    return new IncidentId(incident);
  }

  PersonId holder() {
    return holder;
  }

  Standing standing() {
    return standing;
  }

  Instant since() {
    return since;
  }

  boolean isHeld() {
    return standing == Standing.HELD;
  }

  boolean isStandIn() {
    return standIn;
  }

  int epoch() {
    return epoch;
  }

  /** Counts on after the intervals of an earlier room. */
  void startAt(int first) {
    epoch = first;
  }

  /** Nobody has answered after all: they only stand in. */
  void standsIn() {
    standIn = true;
  }

  void passTo(PersonId next, Standing as, boolean withoutTheRole, Instant now) {
    holder = next;
    standing = as;
    unqualified = withoutTheRole;
    standIn = false;
    since = now;
    epoch++;
  }

  CommandSeat view() {
    return new CommandSeat(holder, standing, since, unqualified, epoch);
  }

  /** The interval that begins with this epoch. */
  Interval interval(java.util.UUID id) {
    return new Interval(id, new IncidentId(incident), epoch, holder, standing, unqualified, since);
  }
}
