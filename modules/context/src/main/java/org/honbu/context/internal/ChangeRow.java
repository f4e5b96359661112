package org.honbu.context.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.honbu.context.Change;
import org.honbu.context.ChangeKind;
import org.jspecify.annotations.Nullable;

/** A change as it is stored; never changed afterwards. */
@Entity
@Table(name = "change")
class ChangeRow {
  @Id private UUID id;

  @Column(name = "integration_id")
  private String integration;

  @Column(name = "external_id")
  private @Nullable String externalId;

  private String component;

  @Enumerated(EnumType.STRING)
  private ChangeKind kind;

  @Column(name = "happened_at")
  private Instant at;

  private String who;
  private String summary;
  private @Nullable String url;

  @Column(name = "told_at")
  private Instant toldAt;

  protected ChangeRow() {}

  ChangeRow(UUID id, Change change, Instant now) {
    this.id = id;
    integration = change.integration();
    externalId = change.externalId().orElse(null);
    component = change.component();
    kind = change.kind();
    at = change.at();
    who = change.who();
    summary = change.summary();
    url = change.url().orElse(null);
    toldAt = now;
  }

  UUID id() {
    return id;
  }

  Change change() {
    return new Change(
        integration,
        component,
        kind,
        at,
        who,
        summary,
        Optional.ofNullable(url),
        Optional.ofNullable(externalId));
  }
}
