package org.honbu.escalation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;

/**
 * One run of calls, as it stands.
 *
 * @param level the level that rings now, or rang last
 * @param answerBy when the next level is called; empty when nothing rings
 * @param otherwise who is called then; empty on the last level
 * @param answeredBy who stopped it
 * @param called oldest first
 */
public record Calls(
    IncidentId incident,
    State state,
    Words level,
    Optional<Instant> answerBy,
    Optional<Words> otherwise,
    Optional<PersonId> answeredBy,
    Optional<Instant> answeredAt,
    List<Called> called) {

  public Calls {
    called = List.copyOf(called);
  }

  /** Where a run stands. */
  public enum State {
    RINGING,
    ANSWERED,
    /** Everybody was called twice and nobody answered; the process owners know. */
    EXHAUSTED,
    /** The incident ended first. */
    OVER
  }

  /**
   * A call to one person.
   *
   * @param level its level's name
   */
  public record Called(PersonId person, Words level, Instant at, Reply reply) {}

  /** What came back. “Not now” is not among it: people are promised that it is not kept. */
  public enum Reply {
    NONE,
    I_HAVE_IT,
    /** No contact point took the message. */
    UNREACHABLE
  }
}
