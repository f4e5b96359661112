package org.honbu.statuspage.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.honbu.announcements.Announcement.Phase;
import org.honbu.incidents.PublicPhase;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Words;
import org.jspecify.annotations.Nullable;

/** One message as users read it. Never changes. */
@Entity
@Table(name = "public_update")
class PublicUpdateRow {
  @Id
  @Column(name = "announcement_id")
  private UUID announcement;

  @Column(name = "public_id", updatable = false)
  private String publicId;

  @Column(name = "incident_id", updatable = false)
  private String incident;

  @Column(updatable = false)
  private int number;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private Phase said;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private PublicPhase phase;

  @Column(name = "text_ja", updatable = false)
  private String japanese;

  @Column(name = "text_en", updatable = false)
  private String english;

  @Column(name = "next_at", updatable = false)
  private @Nullable Instant next;

  @Column(name = "published_at", updatable = false)
  private Instant publishedAt;

  protected PublicUpdateRow() {}

  PublicUpdateRow(String publicId, IncidentId incident, Inside.Told told, PublicPhase phase) {
    this.announcement = told.id();
    this.publicId = publicId;
    this.incident = incident.value();
    this.number = told.number();
    this.said = told.said();
    this.phase = phase;
    this.japanese = told.text().ja();
    this.english = told.text().en();
    this.next = told.next().orElse(null);
    this.publishedAt = told.at();
  }

  /**
   * @param before whether there was harm by what was told before
   */
  boolean tellsOfImpact(boolean before) {
    return switch (said) {
      case INITIAL, UPDATE, MITIGATED, RECURRED, RESOLVED -> true;
      case NO_IMPACT -> false;
      case CORRECTION -> before;
    };
  }

  UUID announcement() {
    return announcement;
  }

  String incident() {
    return incident;
  }

  PublicPhase phase() {
    return phase;
  }

  Instant publishedAt() {
    return publishedAt;
  }

  PublicUpdate asPublic() {
    return new PublicUpdate(
        publicId,
        said,
        phase,
        new Words(japanese, english),
        Optional.ofNullable(next),
        publishedAt);
  }
}
