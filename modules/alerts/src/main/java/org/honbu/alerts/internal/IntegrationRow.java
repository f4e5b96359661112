package org.honbu.alerts.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.honbu.alerts.Integration;

/** A monitoring system as it is stored. */
@Entity
@Table(name = "integration")
class IntegrationRow {
  @Id private String id;
  private String name;

  @Column(name = "key_hash")
  private String keyHash;

  @Column(name = "created_at")
  private Instant createdAt;

  protected IntegrationRow() {}

  IntegrationRow(String id, String name, String key, Instant now) {
    this.id = id;
    this.name = name;
    keyHash = Text.hash(key);
    createdAt = now;
  }

  String id() {
    return id;
  }

  String keyHash() {
    return keyHash;
  }

  Integration integration() {
    return new Integration(id, name, createdAt);
  }
}
