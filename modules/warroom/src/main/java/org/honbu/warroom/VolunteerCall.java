package org.honbu.warroom;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.honbu.kernel.PersonId;

/**
 * 「今手空いている人は？」 and who said that they are.
 *
 * @param number counts up in its incident, from 1
 * @param what what shall be known or done at the end
 * @param skill what they should know
 * @param named who got the work
 * @param free who said that they are free, in the order in which to think of them
 */
public record VolunteerCall(
    UUID id,
    int number,
    WorkKind kind,
    String what,
    Optional<String> skill,
    Duration box,
    PersonId askedBy,
    Instant askedAt,
    State state,
    Optional<PersonId> named,
    List<PersonId> free) {

  public VolunteerCall {
    free = List.copyOf(free);
  }

  /** It ends in one person or not at all. */
  public enum State {
    ASKING,
    NAMED,
    DROPPED
  }
}
