package org.honbu.notifications.internal;

import org.honbu.kernel.Subject;
import org.honbu.notifications.Chat;

/** Hands what the gateway let pass to the chat. */
class ChatChannel implements Channel {
  private final Chat chat;

  ChatChannel(Chat chat) {
    this.chat = chat;
  }

  @Override
  public Delivery send(Letter letter) {
    Chat.Reply reply =
        chat.carry(
            new Chat.Errand(
                letter.id(),
                letter.kind(),
                Subject.parse(letter.about()),
                letter.severity(),
                letter.address(),
                letter.text(),
                letter.matter(),
                letter.writtenAt()));
    if (reply instanceof Chat.Reply.Done done) {
      return new Delivery.Sent(done.reference());
    }
    if (reply instanceof Chat.Reply.Later later) {
      return new Delivery.TryLater(later.after(), later.why());
    }
    return new Delivery.Undeliverable(((Chat.Reply.Never) reply).why());
  }
}
