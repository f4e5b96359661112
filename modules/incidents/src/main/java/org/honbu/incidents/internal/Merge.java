package org.honbu.incidents.internal;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.honbu.incidents.IncidentState;
import org.honbu.incidents.Merges;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/** That an incident became part of another, and how it stood before. */
@Entity
@Table(name = "merge")
class Merge {
  @Id private UUID id;
  @Version private int version;
  private String child;
  private String parent;

  @Column(name = "merged_by")
  private PersonId mergedBy;

  @Column(name = "merged_at")
  private Instant mergedAt;

  @Enumerated(EnumType.STRING)
  @Column(name = "state_before")
  private IncidentState stateBefore;

  /** Whether its commander only stood in for the first answerer. */
  @Column(name = "stand_in")
  private boolean standIn;

  @Column(name = "parted_by")
  private @Nullable PersonId partedBy;

  @Column(name = "parted_at")
  private @Nullable Instant partedAt;

  @ElementCollection
  @CollectionTable(name = "merge_signal", joinColumns = @JoinColumn(name = "merge"))
  @MapKeyColumn(name = "signal")
  @Column(name = "absorbed")
  private Map<UUID, Boolean> signals = new HashMap<>();

  /** For Hibernate. */
  Merge() {}

  /**
   * Notes how it stands.
   *
   * @param at when its duties ended by it
   */
  Merge(UUID id, IncidentId child, IncidentId parent, Before before, PersonId by, Instant at) {
    this.id = id;
    this.child = child.value();
    this.parent = parent.value();
    this.mergedBy = by;
    this.mergedAt = at;
    this.stateBefore = before.state();
    this.standIn = before.standIn().isPresent();
  }

  void took(UUID signal, boolean absorbed) {
    signals.put(signal, absorbed);
  }

  /** Which signals went with it, and whether each was known there already. */
  Map<UUID, Boolean> signals() {
    return Map.copyOf(signals);
  }

  IncidentId child() {
    return new IncidentId(child);
  }

  IncidentId parent() {
    return new IncidentId(parent);
  }

  Instant mergedAt() {
    return mergedAt;
  }

  IncidentState stateBefore() {
    return stateBefore;
  }

  boolean wasStandIn() {
    return standIn;
  }

  /** Whether it still is one with the other. */
  boolean holds() {
    return partedAt == null;
  }

  void part(PersonId by, Instant now) {
    partedBy = by;
    partedAt = now;
  }

  Merges.Merged view() {
    return new Merges.Merged(parent(), mergedBy, mergedAt, mergedAt.plus(Merges.WITHIN));
  }
}
