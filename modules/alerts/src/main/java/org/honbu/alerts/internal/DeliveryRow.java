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
    this.id = id;
    integration = delivery.integration();
    idempotencyHash = delivery.idempotencyKey().map(Text::hash).orElse(null);
    this.incident = incident.map(IncidentId::value).orElse(null);
    receivedAt = now;
    body = delivery.body();
  }

  Optional<IncidentId> incident() {
    return Optional.ofNullable(incident).map(IncidentId::new);
  }

  byte[] body() {
    return body.clone();
  }
}
