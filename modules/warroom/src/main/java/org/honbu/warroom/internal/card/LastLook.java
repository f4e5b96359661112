package org.honbu.warroom.internal.card;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * When somebody looked at an incident; overwritten, so that it is never a log of anybody's day.
 *
 * <p>Looks that follow one another within {@link #AWAY} are one visit. The row knows the last look
 * of this visit and the last one of the visit before.
 */
@Entity
@Table(name = "last_look")
@IdClass(LastLook.Key.class)
class LastLook {
  /** Who was away for longer than this arrives anew. */
  static final Duration AWAY = Duration.ofMinutes(10);

  @Id private String incident;
  @Id private String person;

  @Column(name = "last_at")
  private Instant lastAt;

  @Column(name = "before_at")
  private @Nullable Instant beforeAt;

  /** For Hibernate. */
  LastLook() {}

  LastLook(IncidentId incident, PersonId person, Instant now) {
    this.incident = incident.value();
    this.person = person.value();
    this.lastAt = now;
  }

  Key key() {
    return new Key(incident, person);
  }

  Instant lastAt() {
    return lastAt;
  }

  void again(Instant now) {
    if (isAway(now)) {
      beforeAt = lastAt;
    }
    lastAt = now;
  }

  /** Whether this visit is over, so that whoever comes now arrives anew. */
  boolean isAway(Instant now) {
    return lastAt.plus(AWAY).isBefore(now);
  }

  /** When they looked last before the visit that goes on now, or begins now. */
  Optional<Instant> before(Instant now) {
    return isAway(now) ? Optional.of(lastAt) : Optional.ofNullable(beforeAt);
  }

  record Key(String incident, String person) implements Serializable {
    static Key of(IncidentId incident, PersonId person) {
      return new Key(incident.value(), person.value());
    }
  }
}
