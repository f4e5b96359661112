package org.honbu.kernel;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Does one thing again and again on a thread of its own, from {@link #begin} to {@link #end}, on
 * every node. A round that fails is told of, and the next one comes as if it had not.
 */
public final class Rounds {
  private final String thread;
  private final Duration first;
  private final Duration every;
  private final Runnable round;
  private final Consumer<RuntimeException> failed;
  private final CountDownLatch ended = new CountDownLatch(1);

  /**
   * Rounds that have not begun.
   *
   * @param thread the name of the thread, {@code honbu-<what it does>}
   * @param first how long after the beginning the first round is; zero is at once
   * @param every from the end of one round to the next, to the millisecond
   * @param round what is done; outside any transaction
   * @param failed is told why a round failed
   */
  public Rounds(
      String thread,
      Duration first,
      Duration every,
      Runnable round,
      Consumer<RuntimeException> failed) {
    this.thread = thread;
    this.first = first;
    this.every = every;
    this.round = round;
    this.failed = failed;
  }

  /** Returns at once; to be called once. */
  public void begin(ThreadFactory threads) {
    Thread own = threads.newThread(this::goOn);
    own.setName(thread);
    own.setDaemon(true);
    own.start();
  }

  /** No round begins any more; one that has begun is not waited for. */
  public void end() {
    ended.countDown();
  }

  private void goOn() {
    try {
      for (Duration pause = first; !ended.await(pause.toMillis(), TimeUnit.MILLISECONDS); ) {
        once();
        pause = every;
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void once() {
    try {
      round.run();
    } catch (RuntimeException failure) {
      failed.accept(failure);
    }
  }
}
