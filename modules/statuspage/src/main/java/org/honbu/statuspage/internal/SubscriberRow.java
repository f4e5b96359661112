package org.honbu.statuspage.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who wants to hear by e-mail: asked for by anybody who knows the address, confirmed by
 * whoever reads its mail. Deleted when they want no more, and when nobody confirms.
 */
@Entity
@Table(name = "subscriber")
class SubscriberRow {
  /** How often one address is asked in a day, whoever types it in. */
  static final int ASKED_A_DAY = 3;

  private static final Duration DAY = Duration.ofDays(1);

  @Id private UUID id;
  @Version private int version;

  @Column(updatable = false)
  private String address;

  private String language;

  @Column(name = "asked_at")
  private Instant askedAt;

  private int asked;

  @Column(name = "confirmed_at")
  private @Nullable Instant confirmedAt;

  protected SubscriberRow() {}

  /**
   * Counts a question to this address.
   *
   * @return whether it may be asked once more today
   */
  boolean asks(Locale reader, Instant now) {
    if (!now.isBefore(askedAt.plus(DAY))) {
      askedAt = now;
      asked = 0;
    }
    if (asked >= ASKED_A_DAY) {
      return false;
    }
    asked++;
    if (confirmedAt == null) {
      language = reader.getLanguage();
    }
    return true;
  }

  /** Confirming again changes nothing. */
  void confirm(Instant now) {
    if (confirmedAt == null) {
      confirmedAt = now;
    }
  }

  boolean isConfirmed() {
    return confirmedAt != null;
  }

  UUID id() {
    return id;
  }

  String address() {
    return address;
  }

  Locale reader() {
    return Locale.forLanguageTag(language);
  }

  /** Which question this is. */
  String question() {
    return askedAt + "-" + asked;
  }
}
