package org.honbu.people.internal;

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
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.TeamId;
import org.honbu.people.OnCallLevel;
import org.honbu.people.PassedOver;

/** A hole in the chain that somebody fell into. */
@Entity
@Table(name = "passed_over")
@IdClass(PassedOverRow.Key.class)
class PassedOverRow {
  private static final String NOBODY = "-";

  @Id
  @Column(name = "incident_id")
  private String incident;

  @Id
  @Column(name = "team_id")
  private String team;

  @Id
  @Enumerated(EnumType.STRING)
  @Column(name = "call_level")
  private OnCallLevel level;

  @Id
  @Column(name = "person_id")
  private String person;

  @Enumerated(EnumType.STRING)
  private PassedOver.Reason reason;

  @Column(name = "happened_at")
  private Instant at;

  protected PassedOverRow() {}

  PassedOverRow(PassedOver what) {
    incident = what.incident().value();
    team = what.team().value();
    level = what.level();
    person = person(what);
    reason = what.reason();
    at = what.at();
  }

  private static String person(PassedOver what) {
    return what.person().map(PersonId::value).orElse(NOBODY);
  }

  /** Under which it is kept, once. */
  static Key keyOf(PassedOver what) {
    return new Key(what.incident().value(), what.team().value(), what.level(), person(what));
  }

  PassedOver passedOver() {
    return new PassedOver(
        new TeamId(team),
        level,
        Optional.of(person).filter(one -> !one.equals(NOBODY)).map(PersonId::new),
        reason,
        new IncidentId(incident),
        at);
  }

  record Key(String incident, String team, OnCallLevel level, String person)
      implements Serializable {}
}
