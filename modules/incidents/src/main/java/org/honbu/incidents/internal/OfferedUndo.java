package org.honbu.incidents.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.honbu.incidents.IncidentState;
import org.honbu.incidents.PublicPhase;
import org.honbu.incidents.Room;
import org.honbu.incidents.Undo;
import org.honbu.incidents.UndoOffer;
import org.honbu.incidents.Undoable;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * An act that may be taken back, and how the incident stood before.
 *
 * <p>Begins with the act. An end lapses when the process lets it stand; anything else by its time
 * alone. It ends early when it is taken back, or when the incident is opened again by other means.
 */
@Entity
@Table(name = "undo_offer")
class OfferedUndo {
  /** How it ended. */
  enum Ending {
    TAKEN_BACK,
    STANDS,
    OPENED_AGAIN
  }

  @Id private UUID id;
  private String incident;

  @Enumerated(EnumType.STRING)
  private Undoable act;

  private PersonId person;

  @Column(name = "offered_at")
  private Instant offeredAt;

  @Column(name = "until_at")
  private Instant untilAt;

  @Column(name = "ended_at")
  private @Nullable Instant endedAt;

  @Enumerated(EnumType.STRING)
  private @Nullable Ending ending;

  @Enumerated(EnumType.STRING)
  @Column(name = "state_before")
  private IncidentState stateBefore;

  @Enumerated(EnumType.STRING)
  @Column(name = "state_after")
  private IncidentState stateAfter;

  @Enumerated(EnumType.STRING)
  @Column(name = "room_before")
  private Room roomBefore;

  @Column(name = "room_opened_before")
  private @Nullable Instant roomOpenedBefore;

  @Column(name = "reasons_before")
  private String reasonsBefore;

  @Column(name = "break_glass_before")
  private boolean breakGlassBefore;

  @Column(name = "triaged_before")
  private boolean triagedBefore;

  @Enumerated(EnumType.STRING)
  @Column(name = "public_phase")
  private PublicPhase publicPhase;

  @Column(name = "stand_in")
  private @Nullable PersonId standIn;

  @Column(name = "seat_epoch")
  private int seatEpoch;

  /** For Hibernate. */
  OfferedUndo() {}

  /**
   * Offers it.
   *
   * @param seat as the act left it
   */
  OfferedUndo(
      UUID id,
      Undoable act,
      PersonId by,
      Before before,
      Incident after,
      Optional<Seat> seat,
      Instant now) {
    this.id = id;
    this.incident = after.id().value();
    this.act = act;
    this.person = by;
    this.offeredAt = now;
    this.untilAt = now.plus(Undo.WITHIN);
    this.stateBefore = before.state();
    this.stateAfter = after.state();
    this.roomBefore = before.room();
    this.roomOpenedBefore = before.roomOpenedAt().orElse(null);
    this.reasonsBefore = Incident.written(before.reasons());
    this.breakGlassBefore = before.breakGlass();
    this.triagedBefore = before.triaged();
    this.publicPhase = after.publicPhase();
    this.standIn = before.standIn().orElse(null);
    this.seatEpoch = seat.map(Seat::epoch).orElse(0);
  }

  IncidentId incident() {
    return new IncidentId(incident);
  }

  Undoable act() {
    return act;
  }

  PersonId person() {
    return person;
  }

  Instant offeredAt() {
    return offeredAt;
  }

  UndoOffer view() {
    return new UndoOffer(act, person, untilAt);
  }

  /** Whether nothing has become of it; its time may be over all the same. */
  boolean isOpen() {
    return ending == null;
  }

  boolean isLateAt(Instant now) {
    return now.isAfter(untilAt) || ending == Ending.STANDS;
  }

  boolean wasTakenBack() {
    return ending == Ending.TAKEN_BACK;
  }

  void end(Ending how, Instant now) {
    ending = how;
    endedAt = now;
  }

  Before before() {
    return new Before(
        stateBefore,
        roomBefore,
        Optional.ofNullable(roomOpenedBefore),
        Incident.read(reasonsBefore),
        breakGlassBefore,
        triagedBefore,
        Optional.ofNullable(standIn));
  }

  IncidentState stateAfter() {
    return stateAfter;
  }

  PublicPhase publicPhase() {
    return publicPhase;
  }

  /** The seat as the act left it; 0 when there was none. */
  int seatEpoch() {
    return seatEpoch;
  }
}
