package org.honbu.notifications.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * Wakes all sleeping senders of this node after a commit that left them something to send.
 *
 * <p>It locks an object of its own and never itself: what stands before a bean of CDI locks itself
 * too, and would sleep on while holding that lock.
 */
@ApplicationScoped
class Doorbell {
  private final Object lock = new Object();
  private long rings;

  void ring() {
    synchronized (lock) {
      rings++;
      lock.notifyAll();
    }
  }

  /** How often it rang so far; hand it to {@link #await} so that no ring is missed. */
  long heard() {
    synchronized (lock) {
      return rings;
    }
  }

  /** Sleeps until it has rung once more than {@code heard}, but not longer than this. */
  void await(long heard, Duration atMost) throws InterruptedException {
    long end = System.nanoTime() + atMost.toNanos();
    synchronized (lock) {
      for (long left = atMost.toMillis();
          rings == heard && left > 0;
          left = (end - System.nanoTime()) / 1_000_000) {
        lock.wait(left);
      }
    }
  }
}
