package org.honbu.outbox.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.honbu.outbox.Fact;
import org.honbu.outbox.OneWaits;
import org.honbu.outbox.Outbox;
import org.honbu.outbox.Subject;

/** The outbox in the announcer's own database. */
@ApplicationScoped
class DatabaseOutbox implements Outbox {
  private static final Duration NO_HURRY = Duration.ofSeconds(1);

  private final Handlers handlers;
  private final Messages messages;
  private final FactText text;
  private final Transactions transactions;
  private final Doorbell doorbell;
  private final Clock clock;

  @Inject
  DatabaseOutbox(
      Handlers handlers,
      Messages messages,
      FactText text,
      Transactions transactions,
      Doorbell doorbell,
      Clock clock) {
    this.handlers = handlers;
    this.messages = messages;
    this.text = text;
    this.transactions = transactions;
    this.doorbell = doorbell;
    this.clock = clock;
  }

  @Override
  @Transactional(Transactional.TxType.MANDATORY)
  public void announce(Fact fact, Subject subject) {
    write(fact, subject, Duration.ZERO);
  }

  @Override
  @Transactional(Transactional.TxType.MANDATORY)
  public void mention(Fact fact, Subject subject) {
    write(fact, subject, NO_HURRY);
  }

  private void write(Fact fact, Subject subject, Duration later) {
    Instant now = clock.instant();
    for (String handler : handlers.namesFor(fact.getClass())) {
      // A dispatcher that looked while this transaction held the one that waits has passed it by.
      if (!write(fact, subject, handler, now, now.plus(later)).isAfter(now)) {
        transactions.afterCommit(doorbell::ring);
      }
    }
  }

  /** Says when the handler will hear of it. */
  private Instant write(Fact fact, Subject subject, String handler, Instant now, Instant due) {
    String name = fact.getClass().getSimpleName();
    Optional<Instant> waiting =
        fact.getClass().isAnnotationPresent(OneWaits.class)
            ? messages.holdWaiting(handler, subject, name, due)
            : Optional.empty();
    return waiting.orElseGet(
        () -> {
          messages.add(handler, subject, name, text.write(fact), now, due);
          return due;
        });
  }

  @Override
  @Transactional
  public List<Stuck> stuck() {
    return messages.stuck();
  }

  @Override
  @Transactional
  public void retry(long place) {
    messages.tryAgain(place, clock.instant());
    transactions.afterCommit(doorbell::ring);
  }
}
