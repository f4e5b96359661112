package org.honbu.slack.internal.wire;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Whether a request was signed by Slack, and lately: version 0 of its signatures, {@code
 * v0:timestamp:body} with the app's signing secret, over the body as it came.
 *
 * <p>docs.slack.dev/authentication/verifying-requests-from-slack
 */
@ApplicationScoped
public class Signature {
  /** An older request may be somebody's recording. */
  static final Duration WINDOW = Duration.ofMinutes(5);

  private static final String ALGORITHM = "HmacSHA256";

  private final SlackSettings settings;
  private final Clock clock;

  @Inject
  public Signature(SlackSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Whether it is Slack's. Compares in constant time, and says nothing of why not.
   *
   * @param timestamp {@code X-Slack-Request-Timestamp}, in seconds
   * @param signature {@code X-Slack-Signature}
   * @param body as it came
   */
  public boolean isSlacks(String timestamp, String signature, byte[] body) {
    if (settings.signingSecret().isEmpty() || !timestamp.matches("\\d{1,12}")) {
      return false;
    }
    Duration age =
        Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), clock.instant());
    return age.abs().compareTo(WINDOW) <= 0
        && MessageDigest.isEqual(
            bytes(of(settings.signingSecret(), timestamp, body)), bytes(signature));
  }

  /** The signature Slack would put on it. */
  static String of(String secret, String timestamp, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(bytes(secret), ALGORITHM));
      mac.update(bytes("v0:" + timestamp + ":"));
      return "v0=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
