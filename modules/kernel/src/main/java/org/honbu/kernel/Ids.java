package org.honbu.kernel;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.UUID;

/** Makes ids and secrets; the only place randomness comes from. */
@ApplicationScoped
public class Ids {
  private final SecureRandom random = new SecureRandom();
  private final Clock clock;

  @jakarta.inject.Inject
  public Ids(Clock clock) {
    this.clock = clock;
  }

  Ids() {
    this(Clock.systemUTC());
  }

  /** A UUID of version 7: sorts by time of making (RFC 9562), friendly to indexes. */
  public UUID next() {
    long millis = clock.millis();
    long high = (millis << 16) | 0x7000L | (random.nextInt() & 0x0FFF);
    long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }

  /** A secret of 32 random bytes, as 43 characters that may stand in a URL. */
  public String secret() {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
