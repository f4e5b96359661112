package org.honbu.notifications.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * Makes and reads the links by which a called person answers without a login.
 *
 * <p>A token names one call and its own end, and is signed for this purpose alone: 16 bytes id, 8
 * bytes seconds, 32 bytes HMAC, as 75 characters. Whoever holds it can answer that one call and
 * nothing else.
 */
@ApplicationScoped
class AnswerLinks {
  static final String PATH = "/a/";
  private static final String PURPOSE = "honbu:answer:1";
  private static final int NAMED = 24;
  private static final int LENGTH = NAMED + 32;

  private final Signing signing;
  private final NotificationsSettings settings;
  private final Clock clock;

  @Inject
  AnswerLinks(Signing signing, NotificationsSettings settings, Clock clock) {
    this.signing = signing;
    this.settings = settings;
    this.clock = clock;
  }

  /** What a token says. */
  sealed interface Reading {
    record Genuine(UUID paged) implements Reading {}

    /** Genuine, but its time is over. */
    record Expired() implements Reading {}

    /** Not made by us, or changed since. */
    record Forged() implements Reading {}
  }

  /** The link to this call, good from the moment the person was called. */
  URI to(UUID paged, Instant pagedAt) {
    String base = settings.publicUrl().toString().replaceAll("/+$", "");
    return URI.create(base + PATH + token(paged, pagedAt.plus(settings.linkLives())));
  }

  /** As {@link #to}, without the host: for a page that is shown by Honbu itself. */
  URI pathTo(UUID paged, Instant pagedAt) {
    return URI.create(PATH + token(paged, pagedAt.plus(settings.linkLives())));
  }

  Reading read(String token) {
    Optional<byte[]> bytes = decode(token);
    if (bytes.isEmpty()) {
      return new Reading.Forged();
    }
    ByteBuffer content = ByteBuffer.wrap(bytes.get());
    byte[] named = new byte[NAMED];
    byte[] signature = new byte[LENGTH - NAMED];
    content.get(named).get(signature);
    if (!MessageDigest.isEqual(signing.sign(PURPOSE, named), signature)) {
      return new Reading.Forged();
    }
    ByteBuffer words = ByteBuffer.wrap(named);
    var paged = new UUID(words.getLong(), words.getLong());
    Instant ends = Instant.ofEpochSecond(words.getLong());
    return clock.instant().isBefore(ends) ? new Reading.Genuine(paged) : new Reading.Expired();
  }

  private String token(UUID paged, Instant ends) {
    byte[] named =
        ByteBuffer.allocate(NAMED)
            .putLong(paged.getMostSignificantBits())
            .putLong(paged.getLeastSignificantBits())
            .putLong(ends.getEpochSecond())
            .array();
    byte[] all = ByteBuffer.allocate(LENGTH).put(named).put(signing.sign(PURPOSE, named)).array();
    return encode(all);
  }

  /** One spelling only: the last character's spare bits must be as we write them. */
  private static Optional<byte[]> decode(String token) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(token);
      return bytes.length == LENGTH && encode(bytes).equals(token)
          ? Optional.of(bytes)
          : Optional.empty();
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
