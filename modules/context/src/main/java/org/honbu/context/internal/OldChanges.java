package org.honbu.context.internal;

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

/** Has old changes forgotten at the start and once an hour, on every node. */
@ApplicationScoped
class OldChanges {
  private static final System.Logger LOG = System.getLogger("org.honbu.context");

  @Resource(lookup = "java:jboss/ee/concurrency/factory/default")
  ManagedThreadFactory threads;

  private final Forgetting forgetting;
  private final CountDownLatch ended = new CountDownLatch(1);

  @Inject
  OldChanges(Forgetting forgetting) {
    this.forgetting = forgetting;
  }

  /** After the schemas are migrated. */
  void begin(@Observes @Priority(Interceptor.Priority.APPLICATION + 100) Startup serverIsUp) {
    Thread thread = threads.newThread(this::tick);
    thread.setName("honbu-old-changes");
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
      int forgotten = forgetting.old();
      if (forgotten > 0) {
        LOG.log(System.Logger.Level.INFO, "{0} old changes are forgotten", forgotten);
      }
    } catch (RuntimeException later) {
      LOG.log(System.Logger.Level.WARNING, "Old changes are still there", later);
    }
  }
}
