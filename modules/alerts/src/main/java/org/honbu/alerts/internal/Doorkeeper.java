package org.honbu.alerts.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.honbu.kernel.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Lets in who has the integration's key.
 *
 * <p>A key that was right is remembered for a second, so that an alert storm does not ask the
 * database who knocks. A new key opens at once; the one before it opens for a second more at most.
 */
@ApplicationScoped
class Doorkeeper {
  static final Duration REMEMBERS = Duration.ofSeconds(1);

  private static final String BEARER = "bearer ";

  private final AlertStore store;
  private final Clock clock;
  private final Map<String, Seen> seen = new ConcurrentHashMap<>();

  @Inject
  Doorkeeper(AlertStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** The right key's hash, as it was read. */
  private record Seen(String keyHash, Instant at) {
    boolean opensWith(String hash, Instant now) {
      return !now.isBefore(at) && now.isBefore(at.plus(REMEMBERS)) && same(keyHash, hash);
    }
  }

  /** Whether the key was right a moment ago; asks nobody. */
  boolean remembers(
      String integration, @Nullable String authorization, @Nullable String inAddress) {
    Seen known = seen.get(integration);
    return known != null
        && key(authorization, inAddress)
            .filter(key -> known.opensWith(Text.hash(key), clock.instant()))
            .isPresent();
  }

  /**
   * Does nothing when the key is right.
   *
   * @throws ProblemException {@link AlertProblems#WRONG_KEY}, the same for an unknown integration
   */
  void check(String integration, @Nullable String authorization, @Nullable String inAddress) {
    Optional<String> key = key(authorization, inAddress);
    boolean right =
        key.isPresent()
            && integration.matches("[a-z0-9-]{1,48}")
            && opens(integration, Text.hash(key.get()));
    if (!right) {
      throw new ProblemException(AlertProblems.WRONG_KEY);
    }
  }

  /**
   * As {@link #check}, where the address does not say who knocks: the key alone does.
   *
   * @return whose key it is
   */
  String whose(@Nullable String authorization, @Nullable String inAddress) {
    return key(authorization, inAddress)
        .flatMap(store::whose)
        .map(IntegrationRow::id)
        .orElseThrow(() -> new ProblemException(AlertProblems.WRONG_KEY));
  }

  private boolean opens(String integration, String hash) {
    Instant now = clock.instant();
    boolean right =
        store.integration(integration).filter(row -> same(row.keyHash(), hash)).isPresent();
    if (right) {
      seen.put(integration, new Seen(hash, now));
    }
    return right;
  }

  /** Takes as long for a wrong key as for the right one. */
  private static boolean same(String right, String given) {
    return MessageDigest.isEqual(
        right.getBytes(StandardCharsets.US_ASCII), given.getBytes(StandardCharsets.US_ASCII));
  }

  private static Optional<String> key(@Nullable String authorization, @Nullable String inAddress) {
    return bearer(authorization).or(() -> Optional.ofNullable(inAddress));
  }

  private static Optional<String> bearer(@Nullable String authorization) {
    return authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
        ? Optional.of(authorization.substring(BEARER.length()).strip())
        : Optional.empty();
  }
}
