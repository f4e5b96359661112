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
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Words;
import org.jspecify.annotations.Nullable;

/** A sign that the commander of that epoch has their own hands at work; not who gave it. */
@Entity
@Table(name = "hands_on_sign")
class Sign {

  /** What kind of sign; the table {@code HandsOn} knows them by these names. */
  enum Kind {
    OPERATED,
    FINDING,
    NUDGE,
    SELF_REPORT,
    OWN_WORK
  }

  private static final int LENGTH = 500;

  @Id private UUID id;
  private String incident;
  private int epoch;

  @Enumerated(EnumType.STRING)
  @Column(name = "sign_kind")
  private Kind kind;

  @Column(name = "noticed_at")
  private Instant noticedAt;

  @Column(name = "work_ja")
  private @Nullable String workJa;

  @Column(name = "work_en")
  private @Nullable String workEn;

  /** For Hibernate. */
  Sign() {}

  Sign(UUID id, Seat seat, Kind kind, Optional<Words> work, Instant noticedAt) {
    this.id = id;
    this.incident = seat.incident().value();
    this.epoch = seat.epoch();
    this.kind = kind;
    this.noticedAt = noticedAt;
    this.workJa = work.map(Words::ja).map(Sign::cut).orElse(null);
    this.workEn = work.map(Words::en).map(Sign::cut).orElse(null);
  }

  private static String cut(String text) {
    return text.length() > LENGTH ? text.substring(0, LENGTH - 1) + "…" : text;
  }

  IncidentId incident() {
    return new IncidentId(incident);
  }

  int epoch() {
    return epoch;
  }

  Kind kind() {
    return kind;
  }

  Instant noticedAt() {
    return noticedAt;
  }

  /** What drew them in, when the sign says. */
  Optional<Words> work() {
    return workJa == null || workEn == null
        ? Optional.empty()
        : Optional.of(new Words(workJa, workEn));
  }
}
