package org.honbu.web.internal;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Tells open pages that what they show has changed.
 *
 * <p>Twice a second each thing somebody looks at is read once, however many look, and whoever looks
 * at a changed one is told. Reading the tables rather than listening to facts makes every node of a
 * cluster, and every way something can change, work the same. Nobody looking costs nothing.
 */
@ApplicationScoped
public class LiveNews {
  private static final Logger LOG = System.getLogger(LiveNews.class.getName());
  private static final byte[] CHANGED = bytes("event: changed\ndata: -\n\n");
  private static final byte[] BEAT = bytes("event: beat\ndata: -\n\n");

  /** Whoever looks is told within a second, the look itself and 500 messages included. */
  private static final int LOOK_EVERY_MILLIS = 500;

  /** Every ten seconds. */
  private static final int BEAT_EVERY_LOOKS = 20;

  @Resource private ManagedScheduledExecutorService clockwork;
  @Inject private LiveSubjects subjects;

  private final Map<String, Set<AsyncContext>> watchers = new ConcurrentHashMap<>();
  private final Map<String, Integer> lastSeen = new ConcurrentHashMap<>();
  private @Nullable ScheduledFuture<?> round;
  private long rounds;

  @PostConstruct
  void start() {
    round =
        clockwork.scheduleWithFixedDelay(
            this::lookAround, LOOK_EVERY_MILLIS, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
  }

  @PreDestroy
  void stop() {
    if (round != null) {
      round.cancel(true);
    }
  }

  /** Tells this watcher whenever the page at that path would look different. */
  void watch(String path, AsyncContext watcher) {
    watchers.computeIfAbsent(path, any -> ConcurrentHashMap.newKeySet()).add(watcher);
    if (!send(watcher, BEAT)) {
      forget(path, watcher);
    }
  }

  private void lookAround() {
    boolean beat = ++rounds % BEAT_EVERY_LOOKS == 0;
    for (String path : watchers.keySet()) {
      try {
        look(path, beat);
      } catch (RuntimeException failure) {
        LOG.log(Level.WARNING, "could not look whether " + path + " has changed: " + failure);
      }
    }
  }

  private void look(String path, boolean beat) {
    int now = subjects.fingerprint(path);
    Integer before = lastSeen.put(path, now);
    boolean changed = before != null && before != now;
    if (!changed && !beat) {
      return;
    }
    for (AsyncContext watcher : watchers.getOrDefault(path, Set.of())) {
      if (!send(watcher, changed ? CHANGED : BEAT)) {
        forget(path, watcher);
      }
    }
  }

  private void forget(String path, AsyncContext watcher) {
    watchers.computeIfPresent(
        path,
        (any, others) -> {
          others.remove(watcher);
          return others.isEmpty() ? null : others;
        });
    if (!watchers.containsKey(path)) {
      lastSeen.remove(path);
    }
    try {
      watcher.complete();
    } catch (IllegalStateException alreadyGone) {
      LOG.log(Level.DEBUG, "a watcher of " + path + " had left");
    }
  }

  private static boolean send(AsyncContext watcher, byte[] event) {
    try {
      ServletOutputStream out = watcher.getResponse().getOutputStream();
      out.write(event);
      out.flush();
      return true;
    } catch (IOException | IllegalStateException gone) {
      return false;
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
