package org.honbu.warroom;

import java.time.Duration;
import org.honbu.kernel.PersonId;

/**
 * Work that a commander wants somebody to do (FM-8).
 *
 * @param outcome what shall be known or done at the end, 1 to 200 characters: never only a command
 * @param box how long they have, 3 to 60 minutes
 */
public record WorkWish(WorkKind kind, String outcome, PersonId owner, Duration box) {
  /** TM15. */
  public static final Duration USUAL_BOX = Duration.ofMinutes(10);
}
