package org.honbu.notifications.internal;

import java.net.URI;
import java.util.Optional;
import java.util.UUID;

/** One way out of the house. Called by the {@link Gateway} alone, outside any transaction. */
interface Channel {

  /** Sends; answers within 25 s, which is less than a sender's lease. */
  Delivery send(Letter letter);

  /**
   * A message as it leaves, after the gateway let it pass and marked a drill.
   *
   * @param id the same at every try, so that a provider can tell a repetition
   * @param answer where the person answers
   */
  record Letter(
      UUID id, String address, int severity, String subject, String text, Optional<URI> answer) {}
}
