package org.honbu.warroom;

import org.honbu.kernel.Words;

/** What became of giving work to somebody. */
public sealed interface GiveOutcome {

  /**
   * They are asked.
   *
   * @param number of the piece of work
   */
  record Given(int number) implements GiveOutcome {}

  /** Nothing was given yet: the commander is asked whether they really want this. */
  record Asks(Words question) implements GiveOutcome {}

  /** This person may not give it, or not to that one. */
  record NotAllowed(Words why) implements GiveOutcome {}

  /** Nobody could give it now. */
  record NotNow(Words why) implements GiveOutcome {}
}
