package org.honbu.outbox.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import org.honbu.outbox.Fact;
import org.honbu.outbox.OneWaits;
import org.honbu.outbox.Outbox;
import org.honbu.outbox.Subject;

/** The outbox in the announcer's own database. */
@ApplicationScoped
class DatabaseOutbox implements Outbox {
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
    List<String> wanting = handlers.namesFor(fact.getClass());
    if (wanting.isEmpty()) {
      return;
    }
    String name = fact.getClass().getSimpleName();
    boolean oneWaits = fact.getClass().isAnnotationPresent(OneWaits.class);
    String body = text.write(fact);
    for (String handler : wanting) {
      if (!oneWaits || !messages.holdWaiting(handler, subject, name)) {
        messages.add(handler, subject, name, body, clock.instant());
      }
    }
    transactions.afterCommit(doorbell::ring);
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
