package org.honbu.alerts.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.honbu.alerts.Signal;
import org.honbu.incidents.Impact;
import org.jspecify.annotations.Nullable;

/** A signal as it is stored. How often it was heard is added in sums, past this object. */
@Entity
@Table(name = "signal")
@IdClass(SignalRow.Key.class)
class SignalRow {
  @Id
  @Column(name = "correlation_id")
  private UUID correlation;

  @Id private String fingerprint;
  private String title;
  private String labels;

  @Enumerated(EnumType.STRING)
  private Impact.Urgency urgency;

  @Column(name = "first_at")
  private Instant firstAt;

  @Column(name = "cleared_at")
  private @Nullable Instant clearedAt;

  @Column(name = "heard_times", updatable = false)
  private long heardTimes;

  @Column(name = "heard_at", updatable = false)
  private Instant heardAt;

  protected SignalRow() {}

  SignalRow(
      UUID correlation, Notice.Alert alert, String title, Impact.Urgency urgency, Instant now) {
    this.correlation = correlation;
    fingerprint = alert.fingerprint();
    this.title = Text.clean(title, 200);
    labels = Text.clean(pairs(alert), 2000);
    this.urgency = urgency;
    firstAt = now;
    clearedAt = alert.firing() ? null : now;
    heardTimes = 1;
    heardAt = now;
  }

  private static String pairs(Notice.Alert alert) {
    return String.join(
        ", ",
        alert.labels().entrySet().stream()
            .map(label -> label.getKey() + "=" + label.getValue())
            .sorted()
            .toList());
  }

  Key key() {
    return new Key(correlation, fingerprint);
  }

  boolean fires() {
    return clearedAt == null;
  }

  void clear(Instant now) {
    clearedAt = now;
  }

  void fireAgain() {
    clearedAt = null;
  }

  Signal signal(String integration) {
    return new Signal(
        integration,
        fingerprint,
        title,
        labels,
        urgency,
        firstAt,
        heardAt,
        heardTimes,
        Optional.ofNullable(clearedAt));
  }

  record Key(UUID correlation, String fingerprint) implements Serializable, Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int byCorrelation = correlation.compareTo(other.correlation);
      return byCorrelation != 0 ? byCorrelation : fingerprint.compareTo(other.fingerprint);
    }
  }
}
