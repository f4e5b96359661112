package org.honbu.incidents;

import java.time.Instant;
import java.util.Optional;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;

/** What became of somebody's wish to take a duty. */
public sealed interface TakeOutcome {
  /**
   * It is theirs. Asking again is answered with the same.
   *
   * @param advice what they should heed now that it is theirs; for them alone
   */
  record Taken(Instant since, Optional<Words> advice) implements TakeOutcome {
    public Taken(Instant since) {
      this(since, Optional.empty());
    }
  }

  /** Somebody was faster: the friendly sentence names them. */
  record AlreadyHeld(PersonId by, Instant since) implements TakeOutcome {}

  /** This person may not; the sentence says who can. */
  record NotAllowed(Words why) implements TakeOutcome {}
}
