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
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Writes the copy when the server has started and once a minute, on every node: a reader sees by
 * its time that it is alive, and a folder that was broken mends by itself. It alone touches the
 * disk, on a thread of its own: a folder that hangs keeps nothing else waiting. That no change is
 * lost is {@link WritesTheCopy}'s.
 */
@ApplicationScoped
class CopyKeeper {
  private static final Duration EVERY = Duration.ofMinutes(1);
  private static final Duration STOP_WITHIN = Duration.ofSeconds(10);
  private static final System.Logger LOG = System.getLogger(CopyKeeper.class.getName());

  @Resource(lookup = "java:jboss/ee/concurrency/factory/default")
  private ManagedThreadFactory threads;

  private final StatusCopy copy;
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile boolean stopped;

  @Inject
  CopyKeeper(StatusCopy copy) {
    this.copy = copy;
  }

  /** After the schemas are migrated and samples are in place. */
  void start(@Observes @Priority(Interceptor.Priority.APPLICATION + 100) Startup serverIsUp) {
    if (copy.isWanted()) {
      threads.newThread(this::keep).start();
    } else {
      ended.countDown();
    }
  }

  void stop(@Observes Shutdown serverGoesDown) throws InterruptedException {
    stopped = true;
    copy.wish();
    if (!ended.await(STOP_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
      LOG.log(Level.WARNING, "The status page's copy was still being written");
    }
  }

  private void keep() {
    try {
      sweep();
      do {
        look();
        copy.awaitWish(EVERY);
      } while (!stopped);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      ended.countDown();
    }
  }

  private void sweep() {
    try {
      copy.sweep();
    } catch (RuntimeException failure) {
      LOG.log(Level.WARNING, "Half-written files stay in the status page's folder", failure);
    }
  }

  private void look() {
    try {
      copy.write();
    } catch (RuntimeException failure) {
      LOG.log(Level.WARNING, "The status page's copy was not written; again in a minute", failure);
    }
  }
}
