package org.honbu.outbox.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes sleeping dispatchers of this node; one ring wakes one of them. */
@ApplicationScoped
class Doorbell {
  /** More rings than anyone sleeps add nothing: whoever is awake looks until the list is empty. */
  static final int ENOUGH = 8;

  private final Semaphore rings = new Semaphore(0);

  void ring() {
    if (rings.availablePermits() < ENOUGH) {
      rings.release();
    }
  }

  /** Sleeps until somebody rings, but not longer than this; says whether somebody rang. */
  boolean await(Duration atMost) throws InterruptedException {
    return rings.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS);
  }
}
