package org.honbu.notifications;

import java.util.UUID;

/**
 * Sends e-mail to people outside. Written in the caller's transaction, leaves after its commit, and
 * always behind everything that calls or informs the people who work here: it has a line and a
 * sender of its own. The page <em>送信 / Outgoing messages</em> does not show it.
 */
public interface OutsideMail {

  /** Whether e-mail can be sent at all. */
  boolean isOn();

  /** Takes back what has not left yet, and keeps the address with nothing that has. */
  void forget(UUID addressee);

  /** Sends it; sending it again under the same key does nothing. */
  void send(OutsideLetter letter);
}
