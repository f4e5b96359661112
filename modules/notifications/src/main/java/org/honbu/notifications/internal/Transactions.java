package org.honbu.notifications.internal;

import java.util.function.Supplier;

/** Where a transaction begins and ends, and who is told when it has committed. */
interface Transactions {

  /** Runs the work in a new transaction of its own; whatever it throws rolls back and comes out. */
  <T> T inNew(Supplier<T> work);

  /** Runs the action once after the running transaction has committed. */
  void afterCommit(Runnable action);
}
