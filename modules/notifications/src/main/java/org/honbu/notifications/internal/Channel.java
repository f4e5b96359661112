package org.honbu.notifications.internal;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.honbu.kernel.Kind;

/** One way out of the house. Called by the {@link Gateway} alone, outside any transaction. */
interface Channel {

  /** Sends; answers within 25 s, which is less than a sender's lease. */
  Delivery send(Letter letter);

  /**
   * A message as it leaves, after the gateway let it pass and marked a drill.
   *
   * @param id the same at every try, so that a provider can tell a repetition
   * @param about the incident or report it speaks of
   * @param matter what the line is about, as its writer named it; empty of calls and letters
   * @param writtenAt when it was written, which may be long before it leaves
   * @param answer where the person answers
   */
  record Letter(
      UUID id,
      Kind kind,
      String about,
      String address,
      int severity,
      String subject,
      String text,
      String matter,
      Instant writtenAt,
      Optional<URI> answer) {}
}
