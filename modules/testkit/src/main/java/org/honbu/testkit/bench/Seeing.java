package org.honbu.testkit.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * What many open pages do once they are told: each fetches the regions it was told of, within the
 * time it was told, as a browser's script does, unless it was given them.
 *
 * <p>A page has seen a note when what it fetched or was given holds the note's words. What is drawn
 * for each reader comes later, or when it is unfolded, and is not fetched here.
 */
final class Seeing implements AutoCloseable {
  private static final int CONNECTIONS = 16;

  private final String incident;
  private final String token;
  private final ScheduledExecutorService clients = Executors.newScheduledThreadPool(CONNECTIONS);
  private final ConcurrentLinkedQueue<Wire> free = new ConcurrentLinkedQueue<>();
  private final List<Wire> all = new ArrayList<>();
  private final AtomicLongArray seen;
  private final LongAdder fetches = new LongAdder();
  private final AtomicReference<@Nullable String> awaited = new AtomicReference<>();
  private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();

  Seeing(int viewers, int port, String incident, String token) {
    this.incident = incident;
    this.token = token;
    this.seen = new AtomicLongArray(viewers);
    for (int i = 0; i < CONNECTIONS; i++) {
      all.add(new Wire(port));
    }
    free.addAll(all);
  }

  /** From now on pages look for these words; what they were told before is not fetched. */
  void await(String words) {
    awaited.set(words);
  }

  /** A page is told. */
  void told(int viewer, Watching.Told news) {
    String words = awaited.get();
    if (words == null) {
      return;
    }
    if (!List.of(news.shared().split(",")).contains("timeline")) {
      return;
    }
    String given = news.given();
    if (given != null) {
      look(viewer, given, words);
      return;
    }
    fetches.increment();
    long wait = 50 + ThreadLocalRandom.current().nextLong(news.within() + 1);
    ScheduledFuture<?> unused =
        clients.schedule(() -> fetch(viewer, news, words), wait, TimeUnit.MILLISECONDS);
  }

  private void fetch(int viewer, Watching.Told news, String words) {
    Wire wire = free.remove();
    try {
      Wire.Reply reply =
          wire.get(
              "/incidents/%s?regions=%s&edition=%s"
                  .formatted(incident, news.shared(), news.edition()),
              token);
      if (reply.status() != 200) {
        throw new IllegalStateException("a page fetched %s: %s".formatted(news, reply));
      }
      look(viewer, reply.body(), words);
    } catch (RuntimeException broken) {
      failure.compareAndSet(null, broken);
    } finally {
      free.add(wire);
    }
  }

  /**
   * What does not hold it was of something else just before: the page will be told again. What
   * comes only when other words are awaited is late, and has not seen these.
   */
  void look(int viewer, String page, String words) {
    if (words.equals(awaited.get()) && page.contains(words)) {
      seen.set(viewer, System.nanoTime());
    }
  }

  /** How often a page had to fetch what all see alike. */
  long fetches() {
    return fetches.sum();
  }

  /** Whether every page has seen it since then, by {@link System#nanoTime}. */
  boolean haveSeenSince(long instant) {
    RuntimeException broken = failure.get();
    if (broken != null) {
      throw broken;
    }
    for (int i = 0; i < seen.length(); i++) {
      if (seen.get(i) == 0 || seen.get(i) - instant < 0) {
        return false;
      }
    }
    return true;
  }

  /** When each saw it last, by {@link System#nanoTime}. */
  long[] seen() {
    long[] times = new long[seen.length()];
    for (int i = 0; i < times.length; i++) {
      times[i] = seen.get(i);
    }
    return times;
  }

  @Override
  public void close() {
    clients.shutdownNow();
    all.forEach(Wire::close);
  }
}
