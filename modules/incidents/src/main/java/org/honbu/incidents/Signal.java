package org.honbu.incidents;

import java.time.Instant;
import java.util.Optional;

/**
 * One incoming notice that belongs to an incident.
 *
 * @param fingerprint tells signals of one incident apart, 1 to 200 characters; the same again only
 *     counts up
 * @param summary what it said, cut at 500 characters
 * @param customer who reported it, for counting distinct customers
 * @param customers how many customers say the same, this one included; 0 for a machine
 */
public record Signal(
    Source source,
    String fingerprint,
    String summary,
    Instant at,
    Optional<String> customer,
    int customers) {

  /** One customer's, or a machine's. */
  public Signal(
      Source source, String fingerprint, String summary, Instant at, Optional<String> customer) {
    this(source, fingerprint, summary, at, customer, customer.isPresent() ? 1 : 0);
  }
}
