package org.honbu.notifications.internal;

/**
 * Delivers to Honbu's own page <em>送信 / Outgoing messages</em>: the ledger's row is the delivery.
 * Serves the inbox, where a newcomer sees a call arrive, and the channels while no chat is
 * connected.
 */
class BuiltInChannel implements Channel {
  @Override
  public Delivery send(Letter letter) {
    return new Delivery.Sent("shown on the page 送信 / Outgoing messages");
  }
}
