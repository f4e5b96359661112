package org.honbu.warroom.internal.roster;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.warroom.Member;
import org.honbu.warroom.Stance;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's stay in one room. Begins when they come in; they may be told that they can go, may go,
 * and may come back, which begins it anew.
 */
@Entity
@Table(name = "member")
class MemberRow {
  @Id private UUID id;
  @Version private int version;
  private String incident;
  private String person;

  @Enumerated(EnumType.STRING)
  private Stance stance;

  private String note;
  private Instant since;

  @Column(name = "released_at")
  private @Nullable Instant releasedAt;

  @Column(name = "left_at")
  private @Nullable Instant leftAt;

  /** For Hibernate. */
  protected MemberRow() {}

  MemberRow(UUID id, IncidentId incident, PersonId person, Stance stance, String note, Instant at) {
    this.id = id;
    this.incident = incident.value();
    this.person = person.value();
    this.stance = stance;
    this.note = note;
    this.since = at;
  }

  PersonId person() {
    return new PersonId(person);
  }

  String incident() {
    return incident;
  }

  boolean isThere() {
    return leftAt == null;
  }

  boolean isReleased() {
    return isThere() && releasedAt != null;
  }

  /** There, and nobody has told them that they may go. */
  boolean stays() {
    return isThere() && releasedAt == null;
  }

  /** There, and not only to look on. */
  boolean couldWork() {
    return stays() && stance != Stance.OBSERVE;
  }

  boolean isHereAs(Stance asked, String said) {
    return stays() && stance == asked && note.equals(said);
  }

  /** Commanded another incident that became part of this one, and was counted in for it. */
  static String commanderOf(IncidentId merged) {
    return merged + " のコマンダー / commander";
  }

  boolean commanded(IncidentId merged) {
    return note.equals(commanderOf(merged));
  }

  boolean cameSince(Instant at) {
    return stays() && !since.isBefore(at);
  }

  /** Whether they left after that moment, and are somewhere else now just as they were here. */
  boolean leftAsThey(MemberRow elsewhere, Instant at) {
    return leftAt != null && !leftAt.isBefore(at) && elsewhere.isHereAs(stance, note);
  }

  void comes(Stance how, String said, Instant now) {
    if (!isThere()) {
      since = now;
      leftAt = null;
    }
    releasedAt = null;
    stance = how;
    note = said;
  }

  void isReleased(Instant now) {
    releasedAt = now;
  }

  void leaves(Instant now) {
    leftAt = now;
  }

  Member view() {
    return new Member(person(), stance, note, since);
  }
}
