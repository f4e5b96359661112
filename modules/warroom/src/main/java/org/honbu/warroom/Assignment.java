package org.honbu.warroom;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;

/**
 * A piece of work with one owner, a time box and an expected report.
 *
 * @param number counts up in its incident, from 1
 * @param outcome what shall be known or done at the end, 1 to 200 characters
 * @param box how long they have, 3 to 60 minutes
 * @param endsAt when the box ends, once accepted
 */
public record Assignment(
    UUID id,
    IncidentId incident,
    int number,
    WorkKind kind,
    String outcome,
    PersonId owner,
    PersonId givenBy,
    State state,
    Duration box,
    Instant givenAt,
    Optional<Instant> endsAt,
    Optional<Report> report) {

  /** How far it is. */
  public enum State {
    PROPOSED,
    ACCEPTED,
    DECLINED,
    REPORTED,
    DONE,
    CANCELLED
  }

  /**
   * What the owner came back with: conditions, actions, needs.
   *
   * @param answered whether the question has an answer now
   */
  public record Report(
      String conditions, String actions, String needs, Answered answered, Instant at) {}

  /** Whether a question has an answer. */
  public enum Answered {
    FOUND,
    EXCLUDED,
    UNKNOWN
  }
}
