package org.honbu.notifications.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.honbu.notifications.Chat;
import org.honbu.notifications.PrivateLine;
import org.honbu.notifications.PrivateLines;

/** Writes lines for one person through the {@link Postroom}, in channels of their own. */
@ApplicationScoped
class PrivatePost implements PrivateLines {
  private final Postroom postroom;
  private final Messages messages;
  private final Channels channels;
  private final NotificationsSettings settings;

  @Inject
  PrivatePost(
      Postroom postroom, Messages messages, Channels channels, NotificationsSettings settings) {
    this.postroom = postroom;
    this.messages = messages;
    this.channels = channels;
    this.settings = settings;
  }

  @Override
  @Transactional
  public void tell(PrivateLine line) {
    write(line, Channels.PRIVATE, line.to().value());
    if (channels.carries(Channels.PRIVATE_EMAIL, line.kind())) {
      postroom.contacts(line.to()).stream()
          .findFirst()
          .ifPresent(address -> write(line, Channels.PRIVATE_EMAIL, address));
    }
    if (channels.carries(Channels.PRIVATE_CHAT, line.kind())) {
      write(line, Channels.PRIVATE_CHAT, Chat.WORD + line.to());
    }
  }

  private void write(PrivateLine line, String channel, String address) {
    String key =
        String.join("|", "private", line.about().value(), line.to().value(), line.key(), channel);
    if (messages.isWritten(key)) {
      return;
    }
    Wording.Reader reader = postroom.reader(line.to());
    postroom.write(
        key,
        line.kind(),
        line.about(),
        line.severity(),
        channel,
        Optional.empty(),
        Optional.of(line.to()),
        address,
        0,
        Wording.privateSubject(line, reader.language()),
        Wording.privateBody(line, reader, settings.publicUrl()));
  }
}
