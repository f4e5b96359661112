package org.honbu.workflow;

import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells failures that a second try can mend from those it cannot. */
public final class Conflicts {
  /** Serialisation failure, deadlock (PostgreSQL), lock timeout (H2). */
  private static final Set<String> SQL_STATES = Set.of("40001", "40P01", "HYT00");

  private Conflicts() {}

  public static boolean isOne(@Nullable Throwable failure) {
    if (failure == null) {
      return false;
    }
    return failure instanceof OptimisticLockException
        || failure instanceof PessimisticLockException
        || failure instanceof LockTimeoutException
        || (failure instanceof SQLException sql && isOurs(sql.getSQLState()))
        // The engine's own word for it; its classes are not ours to name.
        || failure.getClass().getSimpleName().equals("OptimisticLockingException")
        || isOne(failure.getCause());
  }

  private static boolean isOurs(@Nullable String state) {
    return state != null && SQL_STATES.contains(state);
  }
}
