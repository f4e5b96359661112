package org.honbu.incidents.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.honbu.incidents.TimelineEntry;
import org.honbu.kernel.Actor;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.Words;

/** One line of the timeline, in its place; never changed afterwards. */
@Entity
@Table(name = "timeline")
class TimelineLine {
  @Id private UUID id;
  private String incident;
  private int place;

  @Column(name = "happened_at")
  private Instant happenedAt;

  private Actor actor;

  @Column(name = "entry_type")
  private String type;

  private String ja;
  private String en;

  @Enumerated(EnumType.STRING)
  private Kind kind;

  /** For Hibernate. */
  TimelineLine() {}

  TimelineLine(UUID id, int place, TimelineEntry entry) {
    this.id = id;
    this.incident = entry.incident().value();
    this.place = place;
    this.happenedAt = entry.at();
    this.actor = entry.actor();
    this.type = entry.type();
    this.ja = cut(entry.words().ja());
    this.en = cut(entry.words().en());
    this.kind = entry.kind();
  }

  private static String cut(String text) {
    return text.length() > 1000 ? text.substring(0, 999) + "…" : text;
  }

  IncidentId incident() {
    return new IncidentId(incident);
  }

  int place() {
    return place;
  }

  TimelineEntry entry() {
    return new TimelineEntry(incident(), happenedAt, actor, type, new Words(ja, en), kind);
  }
}
