package org.honbu.statuspage.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lets one network address ask for so many subscriptions in an hour, and all of them together for
 * so many, on this node: nobody shall flood strangers with our mail.
 */
@ApplicationScoped
class AskingLimit {
  static final int EACH_AN_HOUR = 10;
  static final int ALL_AN_HOUR = 500;
  private static final Duration WINDOW = Duration.ofHours(1);
  private static final String ALL = "";

  private final Clock clock;
  private final Map<String, Window> windows = new ConcurrentHashMap<>();

  @Inject
  AskingLimit(Clock clock) {
    this.clock = clock;
  }

  private record Window(Instant began, int asked) {}

  /** Whether one more may be asked for; counts it. */
  boolean lets(String from) {
    Instant now = clock.instant();
    windows.values().removeIf(window -> isOver(window, now));
    // Nobody is remembered who is refused anyway: addresses cost nothing to who has a network.
    return hasRoom() && count(from, now) <= EACH_AN_HOUR && count(ALL, now) <= ALL_AN_HOUR;
  }

  private boolean hasRoom() {
    return Optional.ofNullable(windows.get(ALL)).map(Window::asked).orElse(0) < ALL_AN_HOUR;
  }

  /** How many network addresses are remembered. */
  int remembers() {
    return windows.size() - (windows.containsKey(ALL) ? 1 : 0);
  }

  private int count(String from, Instant now) {
    return windows
        .merge(
            from,
            new Window(now, 1),
            (known, first) ->
                isOver(known, now) ? first : new Window(known.began(), known.asked() + 1))
        .asked();
  }

  private static boolean isOver(Window window, Instant now) {
    return !now.isBefore(window.began().plus(WINDOW));
  }
}
