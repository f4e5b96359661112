package org.honbu.notifications;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;

/**
 * Links that are a key themselves: whoever holds one opens what it names, without a login, until
 * its end.
 *
 * <p>A token names one thing and its own end and is signed, with a key that all nodes share and
 * that outlives a restart, for one purpose alone: a token of another purpose is forged. What it
 * opens, and whether it was revoked, is its owner's affair.
 */
public interface SignedLinks {

  /**
   * The token, as 75 characters that may stand in a URL.
   *
   * @param purpose keeps links of one use from being taken for another: {@code honbu:share:1}
   * @param ends when it stops working; kept to the second
   */
  String token(String purpose, UUID named, Instant ends);

  /** What a token says that somebody sent. */
  Reading read(String purpose, String token);

  /** The whole address of a path, as people reach Honbu. */
  URI publicly(String path);

  /** What a token says. */
  sealed interface Reading {
    record Genuine(UUID named) implements Reading {}

    /** Genuine, but its time is over. */
    record Expired() implements Reading {}

    /** Not made by us for this, or changed since. */
    record Forged() implements Reading {}
  }
}
