package org.honbu.notifications;

/**
 * Says something to one person alone: no answer is waited for, and the page <em>送信 / Outgoing
 * messages</em> shows it to its addressee only. Like every message it is written in the caller's
 * transaction, leaves after the commit, and a drill's reaches no real channel.
 */
public interface PrivateLines {

  /**
   * Tells it, at Honbu itself and, where it is real and they have an address, by e-mail; in the
   * chat too, when one is connected. Telling it again under the same key does nothing.
   */
  void tell(PrivateLine line);
}
