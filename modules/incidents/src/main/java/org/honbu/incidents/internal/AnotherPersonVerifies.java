package org.honbu.incidents.internal;

import java.util.Optional;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;

/** Two pairs of eyes: who says it is over is not who confirms it (A38, DOMAIN 2.11). */
final class AnotherPersonVerifies {
  private static final Words OWN_WORD =
      new Words("{0} さんが宣言したので、確かめるのは別の人です", "{0} declared it, so somebody else has to confirm it");

  private AnotherPersonVerifies() {}

  /** Why they may not, with a place for the declarer's name; empty when they may. */
  static Optional<Words> ask(Optional<PersonId> declarer, PersonId verifier) {
    return declarer.filter(verifier::equals).map(same -> OWN_WORD);
  }
}
