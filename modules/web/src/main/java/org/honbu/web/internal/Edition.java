package org.honbu.web.internal;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Map;
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
  private final Map<String, FutureTask<byte[]>> drawn = new ConcurrentHashMap<>();

  Edition(Glance seen) {
    this.seen = seen;
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
   * @param what all that it depends on beside the page itself; few values, none of a caller's
   *     making
   */
  byte[] drawn(String what, Callable<byte[]> draw) throws IOException, ServletException {
    FutureTask<byte[]> mine = new FutureTask<>(draw);
    FutureTask<byte[]> first = drawn.putIfAbsent(what, mine);
    if (first != null) {
      return result(first);
    }
    mine.run();
    try {
      return result(mine);
    } catch (IOException | ServletException | RuntimeException failure) {
      drawn.remove(what, mine);
      throw failure;
    }
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
