package org.honbu.alerts.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.honbu.kernel.Ids;
import org.honbu.kernel.Words;

/** Keeps what could not be read, so that nothing is lost silently. */
@ApplicationScoped
class DeadLetters {
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
    Optional<DeadLetterRow> before = store.deadLetter(integration, body);
    if (before.isPresent()) {
      before.get().heardAgain(now);
    } else {
      store.add(new DeadLetterRow(ids.next(), integration, body, reason, now));
    }
  }
}
