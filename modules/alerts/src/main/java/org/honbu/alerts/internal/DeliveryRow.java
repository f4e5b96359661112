package org.honbu.alerts.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.honbu.kernel.IncidentId;
import org.jspecify.annotations.Nullable;

/** A delivery that brought something new or named itself, as it was said. */
@Entity
@Table(name = "delivery")
class DeliveryRow {
  @Id private UUID id;

  @Column(name = "integration_id")
  private String integration;

  @Column(name = "idempotency_hash")
  private @Nullable String idempotencyHash;

  @Column(name = "incident_id")
  private @Nullable String incident;

  @Column(name = "received_at")
  private Instant receivedAt;

  private byte[] body;

  protected DeliveryRow() {}

  DeliveryRow(UUID id, Delivery delivery, Optional<IncidentId> incident, Instant now) {
    this(id, delivery.integration(), delivery.idempotencyKey(), delivery.body(), now);
    this.incident = incident.map(IncidentId::value).orElse(null);
  }

  /** One that belongs to no incident. */
  DeliveryRow(
      UUID id, String integration, Optional<String> idempotencyKey, byte[] body, Instant now) {
    this.id = id;
    this.integration = integration;
    idempotencyHash = idempotencyKey.map(Text::hash).orElse(null);
    receivedAt = now;
    this.body = body.clone();
  }

  UUID id() {
    return id;
  }

  Optional<IncidentId> incident() {
    return Optional.ofNullable(incident).map(IncidentId::new);
  }

  byte[] body() {
    return body.clone();
  }
}
