package org.honbu.slack.internal.door;

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
import org.honbu.slack.internal.wire.SlackSettings;
import org.jspecify.annotations.Nullable;

/** The thread that does what was heard, while Slack is connected. */
@ApplicationScoped
class WorkerThread {
  private static final System.Logger LOG = System.getLogger(WorkerThread.class.getName());
  private static final Duration STOP_WITHIN = Duration.ofSeconds(10);

  @Resource(lookup = "java:jboss/ee/concurrency/factory/default")
  private ManagedThreadFactory threads;

  private final SlackSettings settings;
  private final Worker worker;
  private final SlackEar ear;
  private volatile @Nullable Thread running;
  private volatile boolean stopped;

  @Inject
  WorkerThread(SlackSettings settings, Worker worker, SlackEar ear) {
    this.settings = settings;
    this.worker = worker;
    this.ear = ear;
  }

  void start(@Observes @Priority(Interceptor.Priority.APPLICATION) Startup serverIsUp) {
    if (settings.hears()) {
      Thread thread = threads.newThread(this::work);
      running = thread;
      thread.start();
    }
  }

  void stop(@Observes Shutdown serverGoesDown) throws InterruptedException {
    stopped = true;
    Thread thread = running;
    if (thread != null) {
      thread.join(STOP_WITHIN.toMillis());
    }
  }

  private void work() {
    while (!stopped) {
      try {
        if (!worker.workNext()) {
          ear.await();
        }
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        LOG.log(Level.WARNING, "What Slack said could not be read; looking again", e);
        pause();
      }
    }
  }

  private void pause() {
    try {
      ear.await();
    } catch (InterruptedException e) {
      stopped = true;
      Thread.currentThread().interrupt();
    }
  }
}
