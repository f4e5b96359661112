package org.honbu.alerts.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.honbu.kernel.Ids;
import org.honbu.kernel.Words;

/**
 * Keeps what could not be read, so that nothing is lost silently: for a month after it was last
 * heard, and 500 letters of each integration. What is beyond that is counted on a letter of its
 * own, which admins see among the others; its sender has heard 400 like everybody.
 */
@ApplicationScoped
class DeadLetters {
  static final int MOST = 500;
  static final Duration KEPT_FOR = Duration.ofDays(30);

  private static final System.Logger LOG = System.getLogger("org.honbu.alerts");
  private static final byte[] NOT_KEPT = "(not kept)".getBytes(StandardCharsets.UTF_8);
  private static final Words TOO_MANY =
      new Words(
          "読めない通知が " + MOST + " 通を超えました。これ以上は本文を保存せず、数だけ数えています",
          "More than "
              + MOST
              + " unreadable letters: further ones are only counted here, not kept");

  private final AlertStore store;
  private final Ids ids;
  private final Clock clock;

  @Inject
  DeadLetters(AlertStore store, Ids ids, Clock clock) {
    this.store = store;
    this.ids = ids;
    this.clock = clock;
  }

  @Transactional
  void keep(String integration, byte[] body, Words reason) {
    Instant now = clock.instant();
    int forgotten = store.forgetDeadLettersBefore(now.minus(KEPT_FOR));
    if (forgotten > 0) {
      LOG.log(System.Logger.Level.INFO, "{0} dead letters were a month old", forgotten);
    }
    if (heardBefore(integration, body, now)) {
      return;
    }
    if (store.countDeadLetters(integration) < MOST) {
      store.add(new DeadLetterRow(ids.next(), integration, body, reason, now));
    } else if (!heardBefore(integration, NOT_KEPT, now)) {
      store.add(new DeadLetterRow(ids.next(), integration, NOT_KEPT, TOO_MANY, now));
    }
  }

  private boolean heardBefore(String integration, byte[] body, Instant now) {
    Optional<DeadLetterRow> before = store.deadLetter(integration, body);
    before.ifPresent(letter -> letter.heardAgain(now));
    return before.isPresent();
  }
}
