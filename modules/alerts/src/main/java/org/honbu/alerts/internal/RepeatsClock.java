package org.honbu.alerts.internal;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Has the sums of repeats written once a second, from start to shutdown. */
@ApplicationScoped
class RepeatsClock {
  private static final System.Logger LOG = System.getLogger("org.honbu.alerts");

  @Resource(lookup = "java:jboss/ee/concurrency/factory/default")
  ManagedThreadFactory threads;

  private final Repeats repeats;
  private final CountDownLatch ended = new CountDownLatch(1);

  @Inject
  RepeatsClock(Repeats repeats) {
    this.repeats = repeats;
  }

  void begin(@Observes Startup start) {
    Thread thread = threads.newThread(this::tick);
    thread.setName("honbu-alert-repeats");
    thread.setDaemon(true);
    thread.start();
  }

  void end(@Observes Shutdown shutdown) {
    ended.countDown();
  }

  private void tick() {
    try {
      while (!ended.await(1, TimeUnit.SECONDS)) {
        write();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void write() {
    try {
      repeats.write();
    } catch (RuntimeException later) {
      LOG.log(System.Logger.Level.WARNING, "Repeats are not counted yet: {0}", later.toString());
    }
  }
}
