package org.honbu.warroom.internal.card;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/** A read-only link: made once, revoked at most once, never deleted. */
@Entity
@Table(name = "shared_link")
class SharedLinkRow {
  @Id private UUID id;

  @Column(updatable = false)
  private String incident;

  @Column(name = "made_by", updatable = false)
  private String madeBy;

  @Column(name = "made_at", updatable = false)
  private Instant madeAt;

  @Column(name = "ends_at", updatable = false)
  private Instant endsAt;

  @Column(name = "revoked_by")
  private @Nullable String revokedBy;

  @Column(name = "revoked_at")
  private @Nullable Instant revokedAt;

  /** Counted by the store alone. */
  @Column(updatable = false)
  private int opened;

  /** For Hibernate. */
  SharedLinkRow() {}

  SharedLinkRow(UUID id, IncidentId incident, PersonId by, Instant now, Instant endsAt) {
    this.id = id;
    this.incident = incident.value();
    this.madeBy = by.value();
    this.madeAt = now;
    this.endsAt = endsAt;
  }

  UUID id() {
    return id;
  }

  IncidentId incident() {
    return new IncidentId(incident);
  }

  PersonId madeBy() {
    return new PersonId(madeBy);
  }

  Instant madeAt() {
    return madeAt;
  }

  Instant endsAt() {
    return endsAt;
  }

  int opened() {
    return opened;
  }

  boolean isRevoked() {
    return revokedAt != null;
  }

  boolean works(Instant now) {
    return !isRevoked() && now.isBefore(endsAt);
  }

  void revoke(PersonId by, Instant now) {
    revokedBy = by.value();
    revokedAt = now;
  }

  /** Another opening, in a store without a database. */
  void countOpening() {
    opened++;
  }
}
