package org.honbu.warroom;

import org.honbu.kernel.Words;

/** How making a link went. */
public sealed interface ShareOutcome {
  /** Here it is. */
  record Shared(SharedLink link) implements ShareOutcome {}

  /** This person may not; the sentence says who can. */
  record NotAllowed(Words why) implements ShareOutcome {}

  /** Nobody could now; the sentence says why. */
  record NotNow(Words why) implements ShareOutcome {}
}
