package org.honbu.outbox.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    Instant due = now.plus(later);
    String name = fact.getClass().getSimpleName();
    List<String> all = handlers.namesFor(fact.getClass());
    Map<String, Instant> waiting =
        fact.getClass().isAnnotationPresent(OneWaits.class)
            ? waiting(all, subject, name, due)
            : Map.of();
    List<String> others = all.stream().filter(handler -> !waiting.containsKey(handler)).toList();
    if (!others.isEmpty()) {
      messages.add(others, subject, name, text.write(fact), now, due);
    }
    // A dispatcher that looked while this transaction held the one that waits has passed it by.
    boolean hurry = waiting.values().stream().anyMatch(then -> !then.isAfter(now));
    if (hurry || (!others.isEmpty() && !due.isAfter(now))) {
      transactions.afterCommit(doorbell::ring);
    }
  }

  /** When the handlers for whom one waits will hear of it. */
  private Map<String, Instant> waiting(
      List<String> all, Subject subject, String fact, Instant due) {
    Map<String, Instant> waiting = new HashMap<>();
    for (String handler : all) {
      messages
          .holdWaiting(handler, subject, fact, due)
          .ifPresent(then -> waiting.put(handler, then));
    }
    return waiting;
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
