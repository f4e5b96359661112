package org.honbu.incidents.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/** When a commander was last there; overwritten, so that it is never a log of anybody's day. */
@Entity
@Table(name = "commander_presence")
@IdClass(Presence.Key.class)
class Presence {
  @Id private String incident;
  @Id private String person;

  @Column(name = "seen_at")
  private Instant seenAt;

  @Column(name = "commanded_at")
  private @Nullable Instant commandedAt;

  /** For Hibernate. */
  Presence() {}

  Presence(IncidentId incident, PersonId person, Instant now) {
    this.incident = incident.value();
    this.person = person.value();
    this.seenAt = now;
  }

  Key key() {
    return new Key(incident, person);
  }

  Instant seenAt() {
    return seenAt;
  }

  Optional<Instant> commandedAt() {
    return Optional.ofNullable(commandedAt);
  }

  void seen(Instant now) {
    seenAt = now;
  }

  void commanded(Instant now) {
    seenAt = now;
    commandedAt = now;
  }

  record Key(String incident, String person) implements Serializable {
    static Key of(IncidentId incident, PersonId person) {
      return new Key(incident.value(), person.value());
    }
  }
}
