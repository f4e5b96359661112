package org.honbu.web.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;

/**
 * How many pages of people who only look are drawn anew at a time: half the machine's cores, so
 * that the other half is there for those who act and for paging. Whoever is too many is asked to
 * come back, and holds no thread meanwhile.
 */
@ApplicationScoped
class Turnstile {
  private final Semaphore free =
      new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2));

  boolean enter() {
    return free.tryAcquire();
  }

  void leave() {
    free.release();
  }
}
