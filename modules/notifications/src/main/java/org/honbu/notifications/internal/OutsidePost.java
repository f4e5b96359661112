package org.honbu.notifications.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.honbu.kernel.Ids;
import org.honbu.kernel.Kind;
import org.honbu.notifications.OutgoingMessage.State;
import org.honbu.notifications.OutsideLetter;
import org.honbu.notifications.OutsideLetter.Purpose;
import org.honbu.notifications.OutsideMail;

/** Writes letters to people outside, in the lane that nobody else waits in. */
@ApplicationScoped
class OutsidePost implements OutsideMail {
  /** Less than whatever is said to people here. */
  private static final int LEAST_SEVERITY = 5;

  private final Messages messages;
  private final Channels channels;
  private final Gateway gateway;
  private final Transactions transactions;
  private final Doorbell doorbell;
  private final Ids ids;
  private final Clock clock;

  @Inject
  OutsidePost(
      Messages messages,
      Channels channels,
      Gateway gateway,
      Transactions transactions,
      Doorbell doorbell,
      Ids ids,
      Clock clock) {
    this.messages = messages;
    this.channels = channels;
    this.gateway = gateway;
    this.transactions = transactions;
    this.doorbell = doorbell;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public boolean isOn() {
    return channels.carries(OutsideLetters.channel(Purpose.NEWS), Kind.REAL);
  }

  @Override
  @Transactional
  public void send(OutsideLetter letter) {
    String key = OutsideLetters.key(letter);
    if (messages.isWritten(key)) {
      return;
    }
    UUID id = ids.next();
    Instant now = clock.instant();
    String channel = OutsideLetters.channel(letter.purpose());
    String kind = letter.kind().name();
    messages.add(
        new Message(
            id,
            key,
            kind,
            OutsideLetters.ABOUT,
            LEAST_SEVERITY,
            channel,
            Optional.empty(),
            Optional.empty(),
            letter.address(),
            0,
            Wording.line(letter.subject(), 150),
            body(letter),
            gateway.seal(id.toString(), kind, OutsideLetters.ABOUT, channel, letter.address()),
            State.WAITING,
            now,
            now,
            0,
            0),
        Channels.Lane.OUTSIDE);
    transactions.afterCommit(doorbell::ring);
  }

  @Override
  @Transactional
  public void forget(UUID addressee) {
    for (Purpose purpose : Purpose.values()) {
      messages.forget(OutsideLetters.ABOUT, OutsideLetters.keys(purpose, addressee));
    }
  }

  private static String body(OutsideLetter letter) {
    return Wording.lines(letter.before(), 4000)
        + "\n"
        + Wording.LINK
        + "\n\n"
        + Wording.lines(letter.after(), 2000);
  }
}
