package org.honbu.testkit.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Load that comes at its own times, whether or not the server keeps up.
 *
 * <p>Every request has an instant at which it ought to leave, and its time counts from there: a
 * server that stalls is charged for all who would have come meanwhile (no coordinated omission).
 *
 * @param <C> what each of the senders works with; made once for each
 */
final class OpenLoop<C extends OpenLoop.Line> {
  private final double perSecond;
  private final int senders;
  private final Supplier<C> connection;
  private final Act<C> act;

  /** What a sender keeps open. */
  interface Line extends AutoCloseable {
    @Override
    void close();
  }

  /** One request. */
  interface Act<C> {
    /**
     * Sends it, and comes back with the answer.
     *
     * @param number 0, 1, 2 …
     * @param due when it ought to leave, by {@link System#nanoTime}
     */
    void send(C connection, int number, long due) throws Exception;
  }

  OpenLoop(double perSecond, int senders, Supplier<C> connection, Act<C> act) {
    this.perSecond = perSecond;
    this.senders = senders;
    this.connection = connection;
    this.act = act;
  }

  /** Sends for so long, and waits for the last answer. */
  void run(Duration length) {
    start(length).run();
  }

  /** Begins to send; what is returned waits for the end. */
  Runnable start(Duration length) {
    int count = (int) (perSecond * length.toMillis() / 1000);
    var next = new AtomicInteger();
    long begin = System.nanoTime();
    ExecutorService threads = Executors.newFixedThreadPool(senders);
    List<Future<?>> all = new ArrayList<>();
    for (int i = 0; i < senders; i++) {
      all.add(
          threads.submit(
              () -> {
                try (C mine = connection.get()) {
                  for (int n = next.getAndIncrement(); n < count; n = next.getAndIncrement()) {
                    long due = begin + (long) (n * 1e9 / perSecond);
                    await(due);
                    act.send(mine, n, due);
                  }
                }
                return null;
              }));
    }
    threads.shutdown();
    return () -> all.forEach(OpenLoop::join);
  }

  private static void await(long due) {
    for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  private static void join(Future<?> sender) {
    try {
      sender.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a sender of the bench failed", e.getCause());
    }
  }
}
