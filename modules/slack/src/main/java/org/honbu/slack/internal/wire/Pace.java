package org.honbu.slack.internal.wire;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Keeps to Slack's rate limits: one message a second for each channel, and for other methods what
 * their tier allows a minute. Where Slack says {@code Retry-After}, the method rests so long.
 *
 * <p>Tiers of docs.slack.dev/apis/web-api/rate-limits: 2 is 20 a minute, 3 is 50, 4 is 100.
 */
final class Pace {
  private static final Duration A_SECOND = Duration.ofMillis(1_050);
  private static final Duration TIER_2 = Duration.ofSeconds(3);
  private static final Duration TIER_3 = Duration.ofMillis(1_200);
  private static final Duration TIER_4 = Duration.ofMillis(600);

  /** So many calls of a kind may come at once before they are spaced. */
  private static final int BURST = 5;

  private final Map<String, Instant> free = new HashMap<>();
  private final Map<String, Instant> rests = new HashMap<>();
  private final Clock clock;

  Pace(Clock clock) {
    this.clock = clock;
  }

  /**
   * How long the call has to wait from now; counts it as made then.
   *
   * @param channel what limits of one channel are kept by; empty for others
   */
  synchronized Duration turn(String method, String channel) {
    Instant now = clock.instant();
    String line = method + " " + (method.startsWith("chat.") ? channel : "");
    Duration apart = apart(method);
    Instant earliest = now.minus(apart.multipliedBy(burst(method)));
    Instant last = free.getOrDefault(line, Instant.MIN);
    Instant next = last.isBefore(earliest) ? earliest : last;
    Instant turn = later(next, rests.getOrDefault(method, Instant.MIN));
    free.put(line, turn.plus(apart));
    return turn.isAfter(now) ? Duration.between(now, turn) : Duration.ZERO;
  }

  /** How long a method has to rest still; counts nothing. */
  synchronized Duration rest(String method) {
    Instant until = rests.getOrDefault(method, Instant.MIN);
    Instant now = clock.instant();
    return until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO;
  }

  /** Slack asked for it. */
  synchronized void rest(String method, Duration after) {
    rests.put(method, clock.instant().plus(after));
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  /** A channel takes its messages one by one; a tier counts them by the minute. */
  private static int burst(String method) {
    return method.equals("chat.postMessage") ? 0 : BURST;
  }

  private static Duration apart(String method) {
    return switch (method) {
      case "chat.postMessage" -> A_SECOND;
      case "conversations.create",
          "conversations.list",
          "conversations.setTopic",
          "conversations.archive",
          "conversations.unarchive" ->
          TIER_2;
      case "users.info", "chat.postEphemeral" -> TIER_4;
      default -> TIER_3;
    };
  }
}
