package org.honbu.incidents.internal;

import java.util.Optional;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.honbu.people.People;

/**
 * An owner of what is affected may command, and is told beforehand what tends to happen (DOMAIN
 * 2.5, FM-11).
 */
final class OwnersKeepTheirHandsOff {
  private static final Words OWN_AREA =
      new Words(
          "詳しい領域です。手を動かしたくなったらパスしてください",
          "You know this area well. When your hands itch, pass command on");

  private OwnersKeepTheirHandsOff() {}

  /** What they should heed; empty when it is not theirs, or nobody knows whose it is. */
  static Optional<Words> advice(People people, Incident record, PersonId person) {
    return record
        .component()
        .flatMap(component -> people.owns(person, component))
        .filter(own -> own)
        .map(own -> OWN_AREA);
  }
}
