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
import java.lang.System.Logger.Level;
import java.time.Duration;
import org.honbu.kernel.Rounds;

/** Has old changes forgotten at the start and once an hour, on every node. */
@ApplicationScoped
class OldChanges {
  private static final Duration EVERY = Duration.ofHours(1);
  private static final System.Logger LOG = System.getLogger("org.honbu.context");

  @Resource(lookup = "java:jboss/ee/concurrency/factory/default")
  ManagedThreadFactory threads;

  private final Rounds rounds;

  @Inject
  OldChanges(Forgetting forgetting) {
    this.rounds =
        new Rounds(
            "honbu-old-changes",
            Duration.ZERO,
            EVERY,
            () -> forget(forgetting),
            later -> LOG.log(Level.WARNING, "Old changes are still there", later));
  }

  /** After the schemas are migrated. */
  void begin(@Observes @Priority(Interceptor.Priority.APPLICATION + 100) Startup serverIsUp) {
    rounds.begin(threads);
  }

  void end(@Observes Shutdown serverGoesDown) {
    rounds.end();
  }

  private static void forget(Forgetting forgetting) {
    int forgotten = forgetting.old();
    if (forgotten > 0) {
      LOG.log(Level.INFO, "{0} old changes are forgotten", forgotten);
    }
  }
}
