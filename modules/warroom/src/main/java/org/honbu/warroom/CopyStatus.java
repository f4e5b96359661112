package org.honbu.warroom;

import java.time.Instant;
import java.util.Optional;

/** How it stands with the copies of rooms in their second place. */
public sealed interface CopyStatus {

  /** Nobody has named a second place. */
  record Off() implements CopyStatus {}

  /** Honbu has just started. */
  record NotYet() implements CopyStatus {}

  /**
   * All open rooms were copied.
   *
   * @param rooms how many
   */
  record Written(Instant at, int rooms) implements CopyStatus {}

  /**
   * Not all of them are.
   *
   * @param since when it began to fail
   * @param lastGood when all were copied last
   * @param why what the first failure said
   */
  record Failing(Instant since, Optional<Instant> lastGood, String why) implements CopyStatus {}
}
