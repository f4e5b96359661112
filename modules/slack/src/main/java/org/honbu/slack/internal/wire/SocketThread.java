package org.honbu.slack.internal.wire;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The thread that listens to Slack's socket, where an app token was given. */
@ApplicationScoped
class SocketThread {
  private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

  @Resource(lookup = "java:jboss/ee/concurrency/factory/default")
  private ManagedThreadFactory threads;

  private final SlackSettings settings;
  private final Asks slack;
  private final SocketListener listener;
  private volatile @Nullable SocketLine line;
  private volatile @Nullable Thread running;

  @Inject
  SocketThread(SlackSettings settings, Asks slack, SocketListener listener) {
    this.settings = settings;
    this.slack = slack;
    this.listener = listener;
  }

  void start(@Observes @Priority(Interceptor.Priority.APPLICATION) Startup serverIsUp) {
    if (settings.isOn() && !settings.appToken().isEmpty()) {
      var socket = new SocketLine(slack, listener);
      line = socket;
      Thread thread = threads.newThread(() -> listen(socket));
      running = thread;
      thread.start();
    }
  }

  void stop(@Observes Shutdown serverGoesDown) throws InterruptedException {
    Thread thread = running;
    SocketLine socket = line;
    if (thread != null && socket != null) {
      socket.stop();
      thread.interrupt();
      thread.join(STOP_WITHIN.toMillis());
    }
  }

  private static void listen(SocketLine socket) {
    try {
      socket.listen();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
