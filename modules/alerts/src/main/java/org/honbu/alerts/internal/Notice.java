package org.honbu.alerts.internal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a monitoring system said in one delivery.
 *
 * @param groupKey what belongs together, as the sender groups it
 * @param annotations what its alerts have in common
 * @param alerts at least one; no fingerprint twice
 */
record Notice(
    String groupKey,
    Map<String, String> labels,
    Map<String, String> annotations,
    List<Alert> alerts) {

  /**
   * One alert of it.
   *
   * @param fingerprint 1 to 64 characters
   * @param firing false once it is taken back
   */
  record Alert(
      String fingerprint,
      boolean firing,
      Map<String, String> labels,
      Map<String, String> annotations,
      Optional<Instant> startsAt,
      Optional<String> link) {}
}
