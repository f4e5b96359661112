package org.honbu.notifications.internal;

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
import java.util.ArrayList;
import java.util.List;
import org.honbu.notifications.internal.Channels.Lane;

/** The threads that bring messages out, from the server's start to its end. */
@ApplicationScoped
class SenderThreads {
  private static final System.Logger LOG = System.getLogger(SenderThreads.class.getName());
  private static final Duration SAFETY_NET = Duration.ofSeconds(1);
  private static final Duration STOP_WITHIN = Duration.ofSeconds(10);

  @Resource(lookup = "java:jboss/ee/concurrency/factory/default")
  private ManagedThreadFactory threads;

  private final Sender sender;
  private final Channels channels;
  private final Doorbell doorbell;
  private final NotificationsSettings settings;
  private volatile List<Thread> running = List.of();

  @Inject
  SenderThreads(
      Sender sender, Channels channels, Doorbell doorbell, NotificationsSettings settings) {
    this.sender = sender;
    this.channels = channels;
    this.doorbell = doorbell;
    this.settings = settings;
  }

  void start(@Observes @Priority(Interceptor.Priority.APPLICATION) Startup serverIsUp) {
    var all = new ArrayList<Thread>();
    all.add(threads.newThread(() -> work(Lane.BUILT_IN)));
    if (settings.sendsEmail()) {
      all.add(threads.newThread(this::widen));
      all.add(threads.newThread(() -> work(Lane.OUTSIDE)));
      for (int i = 0; i < settings.smtpSenders(); i++) {
        all.add(threads.newThread(() -> work(Lane.EMAIL)));
      }
    }
    if (channels.use(Lane.CHAT)) {
      all.add(threads.newThread(() -> work(Lane.CHAT)));
    }
    running = List.copyOf(all);
    running.forEach(Thread::start);
  }

  void stop(@Observes Shutdown serverGoesDown) throws InterruptedException {
    List<Thread> stopping = running;
    running = List.of();
    doorbell.ring();
    for (Thread thread : stopping) {
      thread.join(STOP_WITHIN.toMillis());
    }
  }

  private void work(Lane lane) {
    while (!running.isEmpty()) {
      long heard = doorbell.heard();
      try {
        if (!sender.sendNext(lane)) {
          doorbell.await(heard, SAFETY_NET);
        }
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        LOG.log(Level.WARNING, "Messages could not be read; looking again in a second", e);
        rest();
      }
    }
  }

  private void widen() {
    while (!running.isEmpty()) {
      try {
        sender.widen();
      } catch (RuntimeException e) {
        LOG.log(Level.WARNING, "Slow messages could not be read; looking again in a second", e);
      }
      rest();
    }
  }

  private static void rest() {
    try {
      Thread.sleep(SAFETY_NET.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
