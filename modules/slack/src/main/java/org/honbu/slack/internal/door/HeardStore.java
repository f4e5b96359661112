package org.honbu.slack.internal.door;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What was heard, until it is done and answered. Each method joins the caller's transaction. */
interface HeardStore {

  /** Keeps it; answers whether it is new. */
  boolean keep(Heard heard);

  /** The oldest that is due and nobody else has, for the length of the lease. */
  Optional<Heard> claim(Instant now, Duration lease);

  /** It is done, and this is to be said to whoever asked. */
  void acted(Heard heard, String answer);

  /** Not now; it is tried again then. */
  void later(Heard heard, Instant due);

  /** Nothing is left to do. */
  void over(Heard heard, End end);

  /** How it ends. */
  enum End {
    ANSWERED,
    /** It was done, but whoever asked could not be told. */
    UNHEARD
  }
}
