package org.honbu.alerts.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.ConfigProvider;
import org.honbu.alerts.Unreadable;
import org.honbu.kernel.Problem;
import org.honbu.kernel.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * What the doors for systems with a key have in common: whoever has no right key hears 401 before a
 * byte of the body is read; so many are worked on at once, for all doors together; what cannot be
 * read is kept and answered with 400; everything that is not the sender's fault is 503, because
 * senders try again after 5xx and never after 4xx. No other 5xx exists.
 */
@ApplicationScoped
class KeyDoor {
  private static final System.Logger LOG = System.getLogger("org.honbu.alerts");

  /** How often a transaction that only lost a race is tried. */
  static final int TRIES = 4;

  private final DeadLetters deadLetters;
  private final AlertsConfig config;
  private final Semaphore places;

  @Inject
  KeyDoor(DeadLetters deadLetters) {
    this(deadLetters, AlertsConfig.from(ConfigProvider.getConfig()));
  }

  KeyDoor(DeadLetters deadLetters, AlertsConfig config) {
    this.deadLetters = deadLetters;
    this.config = config;
    this.places = new Semaphore(config.atOnce(), true);
  }

  /** What is done with a body that came with a right key. */
  @FunctionalInterface
  interface Deed<T> {
    T with(String integration, byte[] body) throws Unreadable;
  }

  /**
   * Lets one delivery through.
   *
   * @param remembered whose key it is, when that is known without asking the database
   * @param knocks looks at the key and says whose it is
   */
  <T> T through(
      Supplier<Optional<String>> remembered,
      Supplier<String> knocks,
      @Nullable String encoding,
      InputStream body,
      Deed<T> deed) {
    String integration = "?";
    try {
      integration = remembered.get().orElseGet(() -> inPlace(knocks));
      String whose = integration;
      byte[] words = read(body, encoding);
      return inPlace(() -> done(whose, words, deed));
    } catch (ProblemException named) {
      throw isTheSenders(named) || named.problem().equals(Problem.BUSY)
          ? named
          : tryAgain(integration, named);
    } catch (RuntimeException ours) {
      throw tryAgain(integration, ours);
    }
  }

  private <T> T done(String integration, byte[] words, Deed<T> deed) {
    try {
      return deed.with(integration, words);
    } catch (Unreadable why) {
      Races.won(
          TRIES,
          () -> {
            deadLetters.keep(integration, words, why.words());
            return why;
          });
      throw AlertProblems.unreadable(why);
    }
  }

  /** Only our own problems are the sender's fault; what other modules refuse is not. */
  private static boolean isTheSenders(ProblemException named) {
    return named.problem().code().startsWith("HB-4");
  }

  /** Does it with one of the few places; a sender who dawdles over the body holds none. */
  private <T> T inPlace(Supplier<T> work) {
    enter();
    try {
      return work.get();
    } finally {
      places.release();
    }
  }

  private void enter() {
    try {
      if (places.tryAcquire(config.patience().toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
    throw new ProblemException(Problem.BUSY);
  }

  private static ProblemException tryAgain(String integration, Throwable ours) {
    LOG.log(
        System.Logger.Level.WARNING,
        "A delivery of " + Text.clean(integration, 48) + " is sent back to be tried again",
        ours);
    return new ProblemException(ours, Problem.BUSY);
  }

  private static byte[] read(InputStream body, @Nullable String encoding) {
    try {
      return Body.read(body, Optional.ofNullable(encoding));
    } catch (IOException brokenOff) {
      throw new ProblemException(brokenOff, AlertProblems.BROKEN_OFF);
    }
  }
}
