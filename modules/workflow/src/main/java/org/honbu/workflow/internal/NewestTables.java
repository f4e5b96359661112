package org.honbu.workflow.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.cfg.TransactionContext;
import org.camunda.bpm.engine.impl.cfg.TransactionState;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.jspecify.annotations.Nullable;

/**
 * Which version of a table is the newest. The engine would ask its database each time, and an alert
 * storm asks hundreds of times a second.
 *
 * <p>What another node loads is seen a second later at most; what this node loads is seen by
 * everybody from its commit on, and before it by its own transaction alone: while any deployment of
 * this node is under way, nothing is remembered.
 */
final class NewestTables implements Deployer {
  static final Duration REMEMBERS = Duration.ofSeconds(1);

  private final Clock clock;
  private final Map<String, Seen> seen = new HashMap<>();
  private int underWay;
  private long changes;

  NewestTables(Clock clock) {
    this.clock = clock;
  }

  private record Seen(String version, Instant at) {
    boolean isFresh(Instant now) {
      return !now.isBefore(at) && now.isBefore(at.plus(REMEMBERS));
    }
  }

  /** The engine's id of the newest version; empty when there is no such table. */
  Optional<String> version(String table, Supplier<Optional<String>> search) {
    Instant now = clock.instant();
    long before;
    synchronized (seen) {
      @Nullable Seen known = seen.get(table);
      if (known != null && known.isFresh(now)) {
        return Optional.of(known.version());
      }
      before = changes;
    }
    Optional<String> found = search.get();
    found.ifPresent(version -> remember(table, new Seen(version, now), before));
    return found;
  }

  /** Unless sets changed while it was searched for. */
  private void remember(String table, Seen found, long before) {
    synchronized (seen) {
      if (underWay == 0 && changes == before) {
        seen.put(table, found);
      }
    }
  }

  /** Called by the engine for whatever is deployed, by whichever way. */
  @Override
  public void deploy(DeploymentEntity deployment) {
    if (!deployment.isNew()) {
      return;
    }
    change(1);
    TransactionContext transaction = Context.getCommandContext().getTransactionContext();
    transaction.addTransactionListener(TransactionState.COMMITTED, context -> change(-1));
    transaction.addTransactionListener(TransactionState.ROLLED_BACK, context -> change(-1));
  }

  private void change(int more) {
    synchronized (seen) {
      underWay += more;
      changes++;
      seen.clear();
    }
  }
}
