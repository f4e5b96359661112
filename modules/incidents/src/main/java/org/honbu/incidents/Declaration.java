package org.honbu.incidents;

import java.time.Instant;
import java.util.Optional;
import org.honbu.kernel.Actor;
import org.honbu.kernel.Kind;
import org.honbu.kernel.TeamId;

/**
 * What somebody or something says is wrong (DOMAIN FM-1). Only {@code what} has to be known.
 *
 * @param what one sentence, 1 to 140 characters
 * @param component as in the catalogue; an unknown one is kept as text
 * @param team who owns it, when the caller knows; otherwise the component's owner, otherwise the
 *     first platform team
 * @param startedAt when the harm began, when known
 * @param detectedAt when the first signal was seen
 * @param link to a dashboard or message
 */
public record Declaration(
    String what,
    Kind kind,
    Source source,
    Actor reporter,
    Optional<String> component,
    Optional<TeamId> team,
    Impact impact,
    Visibility visibility,
    Optional<Instant> startedAt,
    Instant detectedAt,
    Optional<String> link) {

  /** An employee's declaration of something real, with nothing known but one sentence. */
  public static Declaration of(String what, Actor reporter, Instant now) {
    return new Declaration(
        what,
        Kind.REAL,
        Source.EMPLOYEE,
        reporter,
        Optional.empty(),
        Optional.empty(),
        Impact.UNKNOWN,
        Visibility.UNKNOWN,
        Optional.empty(),
        now,
        Optional.empty());
  }

  public Declaration about(String componentId) {
    return new Declaration(
        what,
        kind,
        source,
        reporter,
        Optional.of(componentId),
        team,
        impact,
        visibility,
        startedAt,
        detectedAt,
        link);
  }

  /** The same with another sentence. */
  public Declaration saying(String sentence) {
    return new Declaration(
        sentence,
        kind,
        source,
        reporter,
        component,
        team,
        impact,
        visibility,
        startedAt,
        detectedAt,
        link);
  }
}
