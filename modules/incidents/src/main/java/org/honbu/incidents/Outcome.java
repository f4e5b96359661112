package org.honbu.incidents;

import org.honbu.kernel.Words;

/** How an act on an incident went. */
public sealed interface Outcome {
  /** It is done, now. */
  record Done() implements Outcome {}

  /** It had been done before; nothing changed. */
  record AlreadyDone() implements Outcome {}

  /** This person may not; the sentence says who can. */
  record NotAllowed(Words why) implements Outcome {}

  /** Nobody could do it now; the sentence says what is missing. */
  record NotNow(Words why) implements Outcome {}

  static Outcome done() {
    return new Done();
  }
}
