package org.honbu.notifications.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.honbu.notifications.ChatErrand;
import org.honbu.notifications.ChatErrands;

/** Writes what the chat shall do through the {@link Postroom}. */
@ApplicationScoped
class ChatPost implements ChatErrands {
  private final Postroom postroom;
  private final Messages messages;
  private final Channels channels;

  @Inject
  ChatPost(Postroom postroom, Messages messages, Channels channels) {
    this.postroom = postroom;
    this.messages = messages;
    this.channels = channels;
  }

  @Override
  @Transactional
  public void give(ChatErrand errand) {
    String channel = Channels.chat(errand.kind());
    String key = String.join("|", channel, errand.about().value(), errand.where(), errand.key());
    if (!channels.carries(channel, errand.kind()) || messages.isWritten(key)) {
      return;
    }
    postroom.write(
        key,
        errand.kind(),
        errand.about(),
        errand.severity(),
        channel,
        Optional.empty(),
        Optional.empty(),
        errand.where(),
        0,
        Wording.line(errand.about().value() + " " + errand.where(), 50),
        Wording.lines(errand.text().ja() + "\n" + errand.text().en(), 6000));
  }
}
