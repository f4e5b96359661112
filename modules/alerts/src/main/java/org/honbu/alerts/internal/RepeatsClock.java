package org.honbu.alerts.internal;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Duration;
import org.honbu.kernel.Rounds;

/** Has the sums of repeats written once a second, from start to shutdown. */
@ApplicationScoped
class RepeatsClock {
  private static final Duration EVERY = Duration.ofSeconds(1);
  private static final System.Logger LOG = System.getLogger("org.honbu.alerts");

  @Resource(lookup = "java:jboss/ee/concurrency/factory/default")
  ManagedThreadFactory threads;

  private final Rounds rounds;

  @Inject
  RepeatsClock(Repeats repeats) {
    this.rounds =
        new Rounds(
            "honbu-alert-repeats",
            EVERY,
            EVERY,
            repeats::write,
            later -> LOG.log(Level.WARNING, "Repeats are not counted yet: {0}", later.toString()));
  }

  void begin(@Observes Startup start) {
    rounds.begin(threads);
  }

  void end(@Observes Shutdown shutdown) {
    rounds.end();
  }
}
