package org.honbu.alerts.internal;

import java.util.Optional;

/** One request of a known integration, read; the body as it came, unpacked. */
final class Delivery {
  private final String integration;
  private final Optional<String> idempotencyKey;
  private final byte[] body;
  private final Notice notice;

  Delivery(String integration, Optional<String> idempotencyKey, byte[] body, Notice notice) {
    this.integration = integration;
    this.idempotencyKey = idempotencyKey;
    this.body = body;
    this.notice = notice;
  }

  String integration() {
    return integration;
  }

  /** The header of that name: the same again is the same delivery. */
  Optional<String> idempotencyKey() {
    return idempotencyKey;
  }

  byte[] body() {
    return body;
  }

  Notice notice() {
    return notice;
  }
}
