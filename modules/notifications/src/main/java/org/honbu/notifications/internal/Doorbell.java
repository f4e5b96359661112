package org.honbu.notifications.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Wakes all sleeping senders of this node after a commit that left them something to send. */
@ApplicationScoped
class Doorbell {
  private long rings;

  synchronized void ring() {
    rings++;
    notifyAll();
  }

  /** How often it rang so far; hand it to {@link #await} so that no ring is missed. */
  synchronized long heard() {
    return rings;
  }

  /** Sleeps until it has rung once more than {@code heard}, but not longer than this. */
  synchronized void await(long heard, Duration atMost) throws InterruptedException {
    long end = System.nanoTime() + atMost.toNanos();
    for (long left = atMost.toMillis();
        rings == heard && left > 0;
        left = (end - System.nanoTime()) / 1_000_000) {
      wait(left);
    }
  }
}
