package org.honbu.people.internal;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Reads the directory again and again, on a thread of its own, from start to shutdown.
 *
 * <p>The first reading begins at once but nobody waits for it: Honbu starts with Keycloak down.
 * After a failure it tries sooner than usual.
 */
@ApplicationScoped
class DirectoryWatch {
  private static final Duration SOONER = Duration.ofSeconds(5);

  @Resource(lookup = "java:jboss/ee/concurrency/factory/default")
  ManagedThreadFactory threads;

  private final DirectoryCopy directory;
  private final Duration refresh;
  private final CountDownLatch ended = new CountDownLatch(1);

  @Inject
  DirectoryWatch(DirectoryCopy directory) {
    this.directory = directory;
    this.refresh = PeopleConfig.from(ConfigProvider.getConfig()).refresh();
  }

  void begin(@Observes Startup start) {
    Thread thread = threads.newThread(this::watch);
    thread.setName("honbu-directory");
    thread.setDaemon(true);
    thread.start();
  }

  void end(@Observes Shutdown shutdown) {
    ended.countDown();
  }

  private void watch() {
    try {
      Duration pause;
      do {
        boolean answered = directory.refresh();
        pause = answered || refresh.compareTo(SOONER) < 0 ? refresh : SOONER;
      } while (!ended.await(pause.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
