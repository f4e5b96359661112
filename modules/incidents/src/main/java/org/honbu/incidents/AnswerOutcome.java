package org.honbu.incidents;

import java.time.Instant;
import org.honbu.kernel.PersonId;

/** What became of somebody's “I have it”. */
public sealed interface AnswerOutcome {
  /** They are the first: the incident is theirs. Asking again is answered with the same. */
  record First(Instant at) implements AnswerOutcome {}

  /** Somebody was faster; the answer is on the timeline. */
  record AlreadyAnswered(PersonId by, Instant at) implements AnswerOutcome {}

  /** The incident is over. */
  record Over() implements AnswerOutcome {}
}
