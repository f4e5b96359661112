package org.honbu.statuspage.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.honbu.incidents.PublicPhase;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A real incident the public was told of. Begins with its first published message, follows each
 * later one, and is over when users were told so, or when its news goes on with another.
 */
@Entity
@Table(name = "public_incident")
class PublicIncidentRow {
  @Id
  @Column(name = "incident_id")
  private String incident;

  @Version private int version;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private Kind kind;

  @Column(name = "public_id", updatable = false)
  private String publicId;

  @Column(name = "component_id")
  private @Nullable String component;

  @Enumerated(EnumType.STRING)
  private PublicPhase phase;

  @Column(name = "had_impact")
  private boolean hadImpact;

  private boolean merged;

  @Column(name = "started_at", updatable = false)
  private Instant startedAt;

  @Column(name = "published_at", updatable = false)
  private Instant publishedAt;

  @Column(name = "changed_at")
  private Instant changedAt;

  protected PublicIncidentRow() {}

  /**
   * @param kind of the incident; a drill is refused here, and once more by the table
   */
  PublicIncidentRow(
      IncidentId incident, Kind kind, String publicId, Instant startedAt, Instant publishedAt) {
    if (kind != Kind.REAL) {
      throw new IllegalArgumentException("a drill is never public: " + incident);
    }
    this.incident = incident.value();
    this.kind = kind;
    this.publicId = publicId;
    this.phase = PublicPhase.INVESTIGATING;
    this.hadImpact = true;
    this.startedAt = startedAt.isBefore(publishedAt) ? startedAt : publishedAt;
    this.publishedAt = publishedAt;
    this.changedAt = publishedAt;
  }

  /** Users were told this; whoever is told of harm again knows that there is some. */
  void told(PublicUpdateRow update, Optional<String> on) {
    this.phase = update.phase();
    this.hadImpact = update.tellsOfImpact(hadImpact);
    this.component = on.orElse(component);
    this.merged = false;
    this.changedAt = update.publishedAt();
  }

  /** Whether users still wait for news that goes on elsewhere. */
  boolean canMerge() {
    return !merged && phase != PublicPhase.RESOLVED;
  }

  void merges(Instant at) {
    this.merged = true;
    this.changedAt = at;
  }

  String incident() {
    return incident;
  }

  Kind kind() {
    return kind;
  }

  String publicId() {
    return publicId;
  }

  PublicPhase phase() {
    return phase;
  }

  Optional<String> component() {
    return Optional.ofNullable(component);
  }

  PublicIncident asPublic(Optional<PublicComponent> on, List<PublicUpdate> oldestFirst) {
    return new PublicIncident(
        publicId, on, phase, hadImpact, merged, startedAt, publishedAt, changedAt, oldestFirst);
  }
}
