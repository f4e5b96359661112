package org.honbu.alerts.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
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
    keyHash = hash(key);
    createdAt = now;
  }

  /** As it is kept: whoever reads the table cannot knock. */
  static String hash(String key) {
    return Text.hash(key);
  }

  String id() {
    return id;
  }

  /** Takes as long for a wrong key as for the right one. */
  boolean opensWith(String key) {
    return MessageDigest.isEqual(
        keyHash.getBytes(StandardCharsets.US_ASCII), hash(key).getBytes(StandardCharsets.US_ASCII));
  }

  Integration integration() {
    return new Integration(id, name, createdAt);
  }
}
