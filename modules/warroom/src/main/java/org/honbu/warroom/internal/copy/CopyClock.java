package org.honbu.warroom.internal.copy;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Has open rooms copied again and again, on a thread of its own, from start to shutdown. */
@ApplicationScoped
class CopyClock {
  @Resource(lookup = "java:jboss/ee/concurrency/factory/default")
  ManagedThreadFactory threads;

  private final LiveRoomCopies copies;
  private final CopySettings settings;
  private final CountDownLatch ended = new CountDownLatch(1);

  @Inject
  CopyClock(LiveRoomCopies copies, CopySettings settings) {
    this.copies = copies;
    this.settings = settings;
  }

  void begin(@Observes Startup start) {
    if (settings.folder().isEmpty()) {
      return;
    }
    Thread thread = threads.newThread(this::tick);
    thread.setName("honbu-room-copies");
    thread.setDaemon(true);
    thread.start();
  }

  void end(@Observes Shutdown shutdown) {
    ended.countDown();
  }

  private void tick() {
    try {
      while (!ended.await(settings.every().toMillis(), TimeUnit.MILLISECONDS)) {
        copies.round();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
