package org.honbu.statuspage.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The finished drawings that this node serves. A request reads memory; at most once a second one of
 * them asks whether anything has changed, and at most once a minute all is drawn anew, because the
 * bars move with the day.
 *
 * <p>While the database is silent the last drawings go on being served.
 */
@ApplicationScoped
class Snapshots {
  static final Duration ASKS_EVERY = Duration.ofSeconds(1);
  static final Duration DRAWS_EVERY = Duration.ofMinutes(1);
  private static final System.Logger LOG = System.getLogger(Snapshots.class.getName());

  private final Boards boards;
  private final Ticks ticks;
  private final ReentrantLock drawing = new ReentrantLock();
  private volatile @Nullable Drawn drawn;
  private volatile Duration askedAt = Duration.ZERO;

  @Inject
  Snapshots(Boards boards) {
    this(boards, () -> Duration.ofNanos(System.nanoTime()));
  }

  Snapshots(Boards boards, Ticks ticks) {
    this.boards = boards;
    this.ticks = ticks;
  }

  /** A clock that nobody sets. */
  interface Ticks {
    Duration now();
  }

  private record Drawn(String fingerprint, Duration at, Map<String, StatusFile> files) {}

  Optional<StatusFile> file(String name) {
    return Optional.ofNullable(current().files().get(name));
  }

  private Drawn current() {
    Drawn known = drawn;
    if (known == null) {
      drawing.lock();
      try {
        Drawn other = drawn;
        return other == null ? draw() : other;
      } finally {
        drawing.unlock();
      }
    }
    if (ticks.now().minus(askedAt).compareTo(ASKS_EVERY) >= 0 && drawing.tryLock()) {
      try {
        return refreshed(known);
      } catch (RuntimeException databaseIsSilent) {
        LOG.log(Level.WARNING, "The status page serves what it drew last", databaseIsSilent);
        return known;
      } finally {
        drawing.unlock();
      }
    }
    return known;
  }

  private Drawn refreshed(Drawn known) {
    askedAt = ticks.now();
    boolean old = ticks.now().minus(known.at()).compareTo(DRAWS_EVERY) >= 0;
    return old || !boards.fingerprint().equals(known.fingerprint()) ? draw() : known;
  }

  /** The fingerprint is read first: what changes meanwhile is drawn the next time. */
  private Drawn draw() {
    askedAt = ticks.now();
    String fingerprint = boards.fingerprint();
    var made = new Drawn(fingerprint, ticks.now(), Drawings.of(boards.read(), Places.SERVED));
    drawn = made;
    return made;
  }
}
