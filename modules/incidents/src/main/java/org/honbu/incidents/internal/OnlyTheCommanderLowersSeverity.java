package org.honbu.incidents.internal;

import java.util.Optional;
import org.honbu.incidents.Severity;
import org.honbu.kernel.PersonId;

/** Anybody raises, rules only raise, and only who leads lowers (DOMAIN SV-4). */
final class OnlyTheCommanderLowersSeverity {
  private OnlyTheCommanderLowersSeverity() {}

  static boolean mayRate(
      Optional<Severity> now, Severity to, Optional<PersonId> leader, PersonId by) {
    return raises(now, to) || leader.filter(by::equals).isPresent();
  }

  /** The first rating and every worse one. */
  static boolean raises(Optional<Severity> now, Severity to) {
    return now.map(to::isWorseThan).orElse(true);
  }
}
