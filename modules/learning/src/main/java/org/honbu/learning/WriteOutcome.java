package org.honbu.learning;

import org.honbu.kernel.Words;

/** How writing the text went. */
public sealed interface WriteOutcome {
  /** It is kept. */
  record Written(Postmortem now) implements WriteOutcome {}

  /**
   * Somebody wrote in between: nothing was changed.
   *
   * @param now what stands there, to be compared with what the writer still has
   */
  record Outdated(Postmortem now, Words why) implements WriteOutcome {}

  /** This person may not, or nobody may any more. */
  record Refused(Words why) implements WriteOutcome {}
}
