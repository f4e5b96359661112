package org.honbu.notifications.internal;

import java.time.Duration;

/** What became of one try; the channel says whether trying again can help. */
sealed interface Delivery {

  /**
   * The provider took it.
   *
   * @param reference the provider's own name for it
   */
  record Sent(String reference) implements Delivery {}

  /**
   * Not now.
   *
   * @param after the least the provider wants us to wait ({@code Retry-After}); zero when it said
   *     nothing
   */
  record TryLater(Duration after, String why) implements Delivery {}

  /** Never to this address. */
  record Undeliverable(String why) implements Delivery {}

  /** The gateway refused: {@code ERR_DRILL_LEAK_BLOCKED}. Nothing left. */
  record Blocked(String why) implements Delivery {}
}
