package org.honbu.alerts.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.honbu.kernel.IncidentId;
import org.jspecify.annotations.Nullable;

/**
 * Which incident a group of alerts belongs to.
 *
 * <p>It is made with the group's first alert, in the transaction that declares the incident, and
 * holds the group's key until the incident is over; the key's uniqueness decides between two
 * deliveries that come at once.
 */
@Entity
@Table(name = "correlation")
class CorrelationRow {
  @Id private UUID id;

  @Column(name = "integration_id")
  private String integration;

  @Column(name = "group_key")
  private String groupKey;

  @Column(name = "open_key")
  private @Nullable String openKey;

  @Column(name = "incident_id")
  private @Nullable String incident;

  @Column(name = "opened_at")
  private Instant openedAt;

  protected CorrelationRow() {}

  CorrelationRow(UUID id, String integration, String groupKey, Instant now) {
    this.id = id;
    this.integration = integration;
    this.groupKey = Text.clean(groupKey, 500);
    openKey = openKey(integration, groupKey);
    openedAt = now;
  }

  static String openKey(String integration, String groupKey) {
    return Text.hash(integration, groupKey);
  }

  UUID id() {
    return id;
  }

  boolean holds(String key) {
    return key.equals(openKey);
  }

  IncidentId incident() {
    if (incident == null) {
      throw new IllegalStateException("correlation " + id + " was stored without its incident");
    }
    return new IncidentId(incident);
  }

  void belongsTo(IncidentId declared) {
    incident = declared.value();
  }

  /** The incident is over: the same group begins a new one. */
  void letGo() {
    openKey = null;
  }
}
