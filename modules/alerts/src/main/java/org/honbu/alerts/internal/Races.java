package org.honbu.alerts.internal;

import java.sql.SQLException;
import java.util.Set;
import java.util.function.Supplier;
import org.honbu.kernel.Problem;
import org.honbu.kernel.ProblemException;

/** Tries a transaction again when it only lost a race; the second look sees what the winner did. */
final class Races {
  /** A key was taken (23…), two waited for each other (40…), a lock came too late (H2). */
  private static final Set<String> RACES = Set.of("23", "40", "HYT00");

  private Races() {}

  static <T> T won(int tries, Supplier<T> transaction) {
    for (int left = tries; left > 1; left--) {
      try {
        return transaction.get();
      } catch (RuntimeException failed) {
        if (!wasRace(failed)) {
          throw failed;
        }
      }
    }
    return transaction.get();
  }

  static boolean wasRace(Throwable failed) {
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      // The engine's word for it begins like Hibernate's; its classes are not ours to name.
      if (cause instanceof LostRace
          || cause.getClass().getSimpleName().startsWith("OptimisticLock")) {
        return true;
      }
      if (cause instanceof ProblemException named) {
        return named.problem().owner() == Problem.Owner.CONFLICT;
      }
      if (cause instanceof SQLException sql && sql.getSQLState() != null) {
        return RACES.stream().anyMatch(sql.getSQLState()::startsWith);
      }
    }
    return false;
  }
}
