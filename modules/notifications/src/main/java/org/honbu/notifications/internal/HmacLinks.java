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
import org.honbu.notifications.SignedLinks;

/** 16 bytes id, 8 bytes seconds, 32 bytes HMAC, as 75 characters. */
@ApplicationScoped
class HmacLinks implements SignedLinks {
  private static final int NAMED = 24;
  private static final int LENGTH = NAMED + 32;

  private final Signing signing;
  private final NotificationsSettings settings;
  private final Clock clock;

  @Inject
  HmacLinks(Signing signing, NotificationsSettings settings, Clock clock) {
    this.signing = signing;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public String token(String purpose, UUID named, Instant ends) {
    byte[] content =
        ByteBuffer.allocate(NAMED)
            .putLong(named.getMostSignificantBits())
            .putLong(named.getLeastSignificantBits())
            .putLong(ends.getEpochSecond())
            .array();
    return encode(
        ByteBuffer.allocate(LENGTH).put(content).put(signing.sign(purpose, content)).array());
  }

  @Override
  public Reading read(String purpose, String token) {
    Optional<byte[]> bytes = decode(token);
    if (bytes.isEmpty()) {
      return new Reading.Forged();
    }
    ByteBuffer all = ByteBuffer.wrap(bytes.get());
    byte[] content = new byte[NAMED];
    byte[] signature = new byte[LENGTH - NAMED];
    all.get(content).get(signature);
    if (!MessageDigest.isEqual(signing.sign(purpose, content), signature)) {
      return new Reading.Forged();
    }
    ByteBuffer words = ByteBuffer.wrap(content);
    var named = new UUID(words.getLong(), words.getLong());
    Instant ends = Instant.ofEpochSecond(words.getLong());
    return clock.instant().isBefore(ends) ? new Reading.Genuine(named) : new Reading.Expired();
  }

  @Override
  public URI publicly(String path) {
    return URI.create(settings.publicUrl().toString().replaceAll("/+$", "") + path);
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
