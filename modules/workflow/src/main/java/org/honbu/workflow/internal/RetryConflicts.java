package org.honbu.workflow.internal;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import org.honbu.workflow.Conflicts;
import org.honbu.workflow.Retried;

/** Stands around the transaction, so that each try has one of its own. */
@Interceptor
@Retried
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
class RetryConflicts {
  private static final int TRIES = 3;

  @Resource(lookup = "java:jboss/TransactionSynchronizationRegistry")
  private TransactionSynchronizationRegistry transactions;

  @AroundInvoke
  Object invoke(InvocationContext call) throws Exception {
    boolean ours = transactions.getTransactionStatus() == Status.STATUS_NO_TRANSACTION;
    for (int attempt = 1; ; attempt++) {
      try {
        return call.proceed();
      } catch (Exception failure) {
        if (!ours || attempt == TRIES || !Conflicts.isOne(failure)) {
          throw failure;
        }
      }
    }
  }
}
