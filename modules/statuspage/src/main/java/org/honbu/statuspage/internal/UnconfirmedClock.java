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
import org.honbu.kernel.Rounds;

/**
 * Has the addresses that nobody confirmed forgotten at the start and once an hour, on every node:
 * an address that a stranger typed must not stay because nobody else asks.
 */
@ApplicationScoped
class UnconfirmedClock {
  private static final Duration EVERY = Duration.ofHours(1);
  private static final System.Logger LOG = System.getLogger("org.honbu.statuspage");

  @Resource(lookup = "java:jboss/ee/concurrency/factory/default")
  private ManagedThreadFactory threads;

  private final Rounds rounds;

  @Inject
  UnconfirmedClock(Subscriptions subscriptions) {
    this.rounds =
        new Rounds(
            "honbu-unconfirmed-addresses",
            Duration.ZERO,
            EVERY,
            () -> forget(subscriptions),
            later -> LOG.log(Level.WARNING, "Unconfirmed addresses are still there", later));
  }

  /** After the schemas are migrated. */
  void begin(@Observes @Priority(Interceptor.Priority.APPLICATION + 100) Startup serverIsUp) {
    rounds.begin(threads);
  }

  void end(@Observes Shutdown serverGoesDown) {
    rounds.end();
  }

  private static void forget(Subscriptions subscriptions) {
    boolean more = true;
    while (more) {
      more = subscriptions.forgetUnconfirmed();
    }
  }
}
