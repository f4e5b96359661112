package org.honbu.notifications;

/**
 * Gives the connected {@link Chat} something to do. It is written in the caller's transaction,
 * leaves after the commit through the gateway, and is tried again as every message.
 */
public interface ChatErrands {

  /** Gives it; does nothing under a known key, or when the chat does not carry such incidents. */
  void give(ChatErrand errand);
}
