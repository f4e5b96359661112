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
import org.honbu.incidents.Severity;
import org.honbu.kernel.Actor;
import org.honbu.kernel.IncidentId;
import org.jspecify.annotations.Nullable;

/** One change of severity, and who or which rule said so (SV-3); never changed afterwards. */
@Entity
@Table(name = "rating")
class Rating {
  @Id private UUID id;
  private String incident;

  @Enumerated(EnumType.STRING)
  @Column(name = "from_severity")
  private @Nullable Severity from;

  @Enumerated(EnumType.STRING)
  @Column(name = "to_severity")
  private Severity to;

  private Actor actor;
  private String reason;

  @Column(name = "rule_ids")
  private String ruleIds;

  @Column(name = "rated_at")
  private Instant ratedAt;

  /** For Hibernate. */
  Rating() {}

  Rating(
      UUID id,
      IncidentId incident,
      Optional<Severity> from,
      Severity to,
      Actor actor,
      String reason,
      String ruleIds,
      Instant ratedAt) {
    this.id = id;
    this.incident = incident.value();
    this.from = from.orElse(null);
    this.to = to;
    this.actor = actor;
    this.reason = reason;
    this.ruleIds = ruleIds;
    this.ratedAt = ratedAt;
  }

  /** The whole rating on one line. */
  @Override
  public String toString() {
    return "%s: %s → %s by %s at %s (%s) %s, %s"
        .formatted(incident, from, to, actor.label(), ratedAt, ruleIds, reason, id);
  }
}
