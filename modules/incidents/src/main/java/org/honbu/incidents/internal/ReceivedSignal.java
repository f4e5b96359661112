package org.honbu.incidents.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.honbu.incidents.AttachedSignal;
import org.honbu.incidents.Signal;
import org.honbu.incidents.Source;
import org.honbu.kernel.IncidentId;
import org.jspecify.annotations.Nullable;

/** A signal beneath an incident, however often it came. */
@Entity
@Table(name = "signal")
class ReceivedSignal {
  private static final int SUMMARY_LENGTH = 500;

  @Id private UUID id;
  private String incident;
  private String fingerprint;

  @Enumerated(EnumType.STRING)
  private Source source;

  private String summary;
  private @Nullable String customer;
  private int customers;
  private int received;

  @Column(name = "first_at")
  private Instant firstAt;

  @Column(name = "last_at")
  private Instant lastAt;

  @Column(name = "cleared_at")
  private @Nullable Instant clearedAt;

  /** For Hibernate. */
  ReceivedSignal() {}

  ReceivedSignal(UUID id, IncidentId incident, Signal signal) {
    this.id = id;
    this.incident = incident.value();
    this.fingerprint = signal.fingerprint();
    this.source = signal.source();
    this.summary =
        signal.summary().substring(0, Math.min(SUMMARY_LENGTH, signal.summary().length()));
    this.customer = signal.customer().orElse(null);
    this.customers = signal.customers();
    this.received = 1;
    this.firstAt = signal.at();
    this.lastAt = signal.at();
  }

  UUID id() {
    return id;
  }

  IncidentId incident() {
    return new IncidentId(incident);
  }

  AttachedSignal view() {
    return new AttachedSignal(source, fingerprint, summary, received, firstAt, lastAt, isCrying());
  }

  int received() {
    return received;
  }

  Optional<String> customer() {
    return Optional.ofNullable(customer);
  }

  /** How many customers it speaks for. */
  int customers() {
    return customers;
  }

  Instant lastAt() {
    return lastAt;
  }

  void again(Instant at) {
    received++;
    lastAt = at;
    clearedAt = null;
  }

  void clear(Instant at) {
    clearedAt = at;
  }

  void moveTo(IncidentId survivor) {
    incident = survivor.value();
  }

  /** The same signal of a merged incident goes on in this one. */
  void absorb(ReceivedSignal other, Instant now) {
    if (other.isCrying()) {
      clearedAt = null;
      other.clear(now);
    }
    customers = Math.max(customers, other.customers);
  }

  /** Whether it has not cleared. Only a system takes back what it said. */
  boolean isCrying() {
    return clearedAt == null && source == Source.SYSTEM;
  }
}
