package org.honbu.notifications.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.honbu.kernel.Kind;
import org.honbu.notifications.internal.Channels.Registered;

/**
 * The one door out (DOMAIN ISO-2, ISO-3). Every message passes here at the moment it leaves,
 * whatever was decided when it was written.
 *
 * <p>A drill leaves only through channels registered for drills and carries the drill prefix in
 * subject and text; a real message never leaves through a drill's channel. What cannot be read, was
 * changed after it was written, or names no registered channel is blocked: closed when in doubt.
 */
@ApplicationScoped
class Gateway {
  /** Both languages, because a prefix is read before its reader is known. */
  static final String PREFIX = "【訓練】[DRILL] ";

  static final String FIRST_LINE =
      "【訓練】[DRILL] これは訓練です。外へは何も出ません / This is a drill. Nothing leaves this system";

  private static final String PURPOSE = "honbu:message:1";

  private final Channels channels;
  private final Signing signing;

  @Inject
  Gateway(Channels channels, Signing signing) {
    this.channels = channels;
    this.signing = signing;
  }

  /**
   * Lets the message out, or not. Called outside any transaction.
   *
   * @param answer what to put where the message speaks of its link
   */
  Delivery send(Message message, Optional<URI> answer) {
    Optional<Kind> kind = kindOf(message);
    if (kind.isEmpty()) {
      return blocked("the kind “" + Wording.line(message.kind(), 20) + "” is unknown");
    }
    if (!isAsWritten(message)) {
      return blocked("kind, incident, channel or address was changed after it was written");
    }
    if (message.incident().startsWith("DRL-") && kind.get() != Kind.DRILL) {
      return blocked("the incident is a drill and the message says it is real");
    }
    Optional<Registered> way = channels.find(message.channel());
    if (way.isEmpty()) {
      return blocked("no channel of that name is registered");
    }
    if (!way.get().carries().contains(kind.get())) {
      return blocked("this channel is not registered for " + kind.get());
    }
    try {
      return way.get().channel().send(letter(message, kind.get(), answer));
    } catch (RuntimeException e) {
      return new Delivery.TryLater(Duration.ZERO, Wording.line(String.valueOf(e), 300));
    }
  }

  /** As people see it, prefix and all: what leaves, and what the ledger shows. */
  Channel.Letter letter(Message message, Kind kind, Optional<URI> answer) {
    String text =
        message.body().replace(Wording.LINK, answer.map(URI::toString).orElse(Wording.NO_LINK));
    boolean drill = kind != Kind.REAL;
    return new Channel.Letter(
        message.id(),
        kind,
        message.incident(),
        message.address(),
        message.severity(),
        (drill ? PREFIX : "") + message.subject(),
        drill ? FIRST_LINE + "\n\n" + text : text,
        message.matter(),
        message.writtenAt(),
        answer);
  }

  /** Empty when it is neither of the two words. */
  static Optional<Kind> kindOf(Message message) {
    return Arrays.stream(Kind.values()).filter(k -> k.name().equals(message.kind())).findFirst();
  }

  /** Binds what decides about leaking together; stored with the message when it is written. */
  String seal(String id, String kind, String incident, String channel, String address) {
    byte[] content =
        String.join("\n", id, kind, incident, channel, address).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(signing.sign(PURPOSE, content));
  }

  private boolean isAsWritten(Message message) {
    String expected =
        seal(
            message.id().toString(),
            message.kind(),
            message.incident(),
            message.channel(),
            message.address());
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.UTF_8), message.seal().getBytes(StandardCharsets.UTF_8));
  }

  private static Delivery blocked(String why) {
    return new Delivery.Blocked("ERR_DRILL_LEAK_BLOCKED: " + why);
  }
}
