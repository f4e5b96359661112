package org.honbu.outbox.internal;

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
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The threads that bring facts to their handlers, from the server's start to its end. */
@ApplicationScoped
class Dispatchers {
  private static final System.Logger LOG = System.getLogger(Dispatchers.class.getName());
  private static final Duration SAFETY_NET = Duration.ofSeconds(1);

  @Resource(lookup = "java:jboss/ee/concurrency/factory/default")
  private ManagedThreadFactory threads;

  private final Courier courier;
  private final Doorbell doorbell;
  private final int count;
  private volatile List<Thread> running = List.of();

  /**
   * @param count how many facts are brought at the same time, 1 to 8
   */
  @Inject
  Dispatchers(
      Courier courier,
      Doorbell doorbell,
      @ConfigProperty(name = "honbu.outbox.dispatchers", defaultValue = "4") int count) {
    if (count < 1 || count > Doorbell.ENOUGH) {
      throw new IllegalArgumentException("honbu.outbox.dispatchers is 1 to 8, not " + count);
    }
    this.courier = courier;
    this.doorbell = doorbell;
    this.count = count;
  }

  void start(@Observes @Priority(Interceptor.Priority.APPLICATION) Startup serverIsUp) {
    running = IntStream.range(0, count).mapToObj(i -> threads.newThread(this::work)).toList();
    running.forEach(Thread::start);
  }

  void stop(@Observes Shutdown serverGoesDown) throws InterruptedException {
    List<Thread> stopping = running;
    running = List.of();
    stopping.forEach(thread -> doorbell.ring());
    for (Thread thread : stopping) {
      thread.join(SAFETY_NET.multipliedBy(10).toMillis());
    }
  }

  private void work() {
    while (!running.isEmpty()) {
      try {
        if (!courier.bringNext()) {
          doorbell.await(SAFETY_NET);
        }
      } catch (InterruptedException e) {
        return;
      } catch (Throwable e) { // a dispatcher that dies would leave pages unsent
        LOG.log(Level.WARNING, "The outbox could not be read; looking again in a second", e);
        rest();
      }
    }
  }

  private void rest() {
    try {
      Thread.sleep(SAFETY_NET.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
