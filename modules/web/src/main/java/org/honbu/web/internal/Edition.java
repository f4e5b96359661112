package org.honbu.web.internal;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * A live page as it was noticed once, until it is noticed to look different; and what was drawn of
 * it since, for all who look.
 *
 * <p>Drawn after it was noticed, so at least as new as what its readers were told of. Its name is
 * this node's own and cannot be guessed: whoever was told by another node, or asks for one that is
 * past, has theirs drawn.
 */
final class Edition {
  private final String name = UUID.randomUUID().toString();
  private final Glance seen;
  private final Runnable drawnOne;
  private final Map<Piece, FutureTask<byte[]>> drawn = new ConcurrentHashMap<>();

  /** All that what is drawn depends on, beside the page itself: few values. */
  private record Piece(String language, Set<String> regions) {
    Piece {
      regions = Set.copyOf(regions);
    }
  }

  Edition(Glance seen) {
    this(seen, () -> {});
  }

  /**
   * As it was noticed now.
   *
   * @param drawnOne called whenever something was drawn of it, on the thread that drew
   */
  Edition(Glance seen, Runnable drawnOne) {
    this.seen = seen;
    this.drawnOne = drawnOne;
  }

  String name() {
    return name;
  }

  Glance seen() {
    return seen;
  }

  /**
   * What is the same for everybody who asks for it, drawn by who asks first; a failure is told to
   * all who waited for it, and the next tries again.
   *
   * @param regions known ones, never of a caller's making
   */
  byte[] drawn(String language, Set<String> regions, Callable<byte[]> draw)
      throws IOException, ServletException {
    Piece what = new Piece(language, regions);
    FutureTask<byte[]> mine = new FutureTask<>(draw);
    FutureTask<byte[]> first = drawn.putIfAbsent(what, mine);
    if (first != null) {
      return result(first);
    }
    mine.run();
    try {
      byte[] result = result(mine);
      drawnOne.run();
      return result;
    } catch (IOException | ServletException | RuntimeException failure) {
      drawn.remove(what, mine);
      throw failure;
    }
  }

  /** The same, if somebody has drawn it. */
  Optional<byte[]> drawn(String language, Set<String> regions) {
    FutureTask<byte[]> task = drawn.get(new Piece(language, regions));
    if (task == null || !task.isDone()) {
      return Optional.empty();
    }
    try {
      return Optional.of(result(task));
    } catch (IOException | ServletException failed) {
      // Told to who drew it; here it is simply not there.
      return Optional.empty();
    }
  }

  /** Whether somebody is drawing it, or has. */
  boolean isBegun(String language, Set<String> regions) {
    return drawn.containsKey(new Piece(language, regions));
  }

  private static byte[] result(FutureTask<byte[]> task) throws IOException, ServletException {
    try {
      return task.get();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new ServletException(stopped);
    } catch (ExecutionException failure) {
      throw new ServletException(failure.getCause());
    }
  }
}
