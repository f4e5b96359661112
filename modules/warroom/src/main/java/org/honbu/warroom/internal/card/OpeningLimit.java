package org.honbu.warroom.internal.card;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lets one link be opened so often in a minute, on this node: a link that was posted to a large
 * channel serves everybody in it, a loop does not read the database all day. Tokens nobody signed
 * never get that far.
 */
@ApplicationScoped
class OpeningLimit {
  static final int A_MINUTE = 120;
  private static final Duration WINDOW = Duration.ofMinutes(1);

  private final Clock clock;
  private final Map<UUID, Window> windows = new ConcurrentHashMap<>();

  @Inject
  OpeningLimit(Clock clock) {
    this.clock = clock;
  }

  private record Window(Instant began, int opened) {}

  /** Whether it may be opened once more; counts it. */
  boolean lets(UUID link) {
    Instant now = clock.instant();
    windows.values().removeIf(window -> isOver(window, now));
    Window window =
        windows.merge(
            link,
            new Window(now, 1),
            (known, first) ->
                isOver(known, now) ? first : new Window(known.began(), known.opened() + 1));
    return window.opened() <= A_MINUTE;
  }

  private static boolean isOver(Window window, Instant now) {
    return !now.isBefore(window.began().plus(WINDOW));
  }
}
