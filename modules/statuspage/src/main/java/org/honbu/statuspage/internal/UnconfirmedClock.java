package org.honbu.statuspage.internal;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Has the addresses that nobody confirmed forgotten at the start and once an hour, on every node:
 * an address that a stranger typed must not stay because nobody else asks.
 */
@ApplicationScoped
class UnconfirmedClock {
  private static final System.Logger LOG = System.getLogger("org.honbu.statuspage");

  @Resource(lookup = "java:jboss/ee/concurrency/factory/default")
  private ManagedThreadFactory threads;

  private final Subscriptions subscriptions;
  private final CountDownLatch ended = new CountDownLatch(1);

  @Inject
  UnconfirmedClock(Subscriptions subscriptions) {
    this.subscriptions = subscriptions;
  }

  /** After the schemas are migrated. */
  void begin(@Observes @Priority(Interceptor.Priority.APPLICATION + 100) Startup serverIsUp) {
    Thread thread = threads.newThread(this::tick);
    thread.setName("honbu-unconfirmed-addresses");
    thread.setDaemon(true);
    thread.start();
  }

  void end(@Observes Shutdown serverGoesDown) {
    ended.countDown();
  }

  private void tick() {
    try {
      do {
        forget();
      } while (!ended.await(1, TimeUnit.HOURS));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void forget() {
    try {
      boolean more = true;
      while (more) {
        more = subscriptions.forgetUnconfirmed();
      }
    } catch (RuntimeException later) {
      LOG.log(System.Logger.Level.WARNING, "Unconfirmed addresses are still there", later);
    }
  }
}
