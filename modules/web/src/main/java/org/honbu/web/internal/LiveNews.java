package org.honbu.web.internal;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Tells open pages that what they show has changed, and where.
 *
 * <p>Twice a second each thing somebody looks at is read once, however many look, and whoever looks
 * at a changed one is told. Reading the tables rather than listening to facts makes every node of a
 * cluster, and every way something can change, work the same. Nobody looking costs nothing. One
 * thread of its own does it and waits for nobody, so viewers never stand before a page that rings.
 */
@ApplicationScoped
public class LiveNews {
  private static final Logger LOG = System.getLogger(LiveNews.class.getName());

  /** Whoever looks is told within a second, the look itself and 500 messages included. */
  private static final int LOOK_EVERY_MILLIS = 500;

  /** Every ten seconds. */
  private static final int BEAT_EVERY_LOOKS = 20;

  @Resource(lookup = "java:jboss/ee/concurrency/factory/default")
  private ManagedThreadFactory threads;

  @Inject private LiveSubjects subjects;

  private final Map<String, Watched> pages = new ConcurrentHashMap<>();
  private final CountDownLatch ended = new CountDownLatch(1);

  @PostConstruct
  void start() {
    Thread thread = threads.newThread(this::lookAgainAndAgain);
    thread.setName("honbu-live");
    thread.setDaemon(true);
    thread.start();
  }

  @PreDestroy
  void stop() {
    ended.countDown();
  }

  /** Tells this viewer whenever the page at that path would look different. */
  void watch(String path, Viewer viewer) {
    pages.compute(
        path,
        (any, known) -> {
          Watched page = known == null ? new Watched() : known;
          page.add(viewer);
          return page;
        });
  }

  /** The page as it was noticed last, while anybody looks at it. */
  Optional<Edition> edition(String path) {
    return Optional.ofNullable(pages.get(path)).flatMap(Watched::edition);
  }

  private void lookAgainAndAgain() {
    try {
      for (long round = 1; !ended.await(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS); round++) {
        lookAround(round % BEAT_EVERY_LOOKS == 0);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void lookAround(boolean beat) {
    for (String path : pages.keySet()) {
      try {
        look(path, beat);
      } catch (RuntimeException failure) {
        LOG.log(Level.WARNING, "could not look whether " + path + " has changed: " + failure);
      }
    }
  }

  private void look(String path, boolean beat) {
    Watched page = pages.get(path);
    if (page == null) {
      return;
    }
    page.show(subjects.look(path), beat).forEach(Viewer::end);
    pages.computeIfPresent(path, (any, known) -> known.isLeft() ? null : known);
  }
}
