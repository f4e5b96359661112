package org.honbu.escalation.internal;

import java.lang.System.Logger.Level;
import java.util.function.Supplier;
import org.honbu.kernel.ProblemException;

/**
 * Repeats a transaction that lost against another of the same instant, a timer's or somebody's.
 * Outside transactions only, and only for acts that do nothing twice.
 */
final class Again {
  private static final int TIMES = 4;
  private static final System.Logger LOG = System.getLogger(Again.class.getName());

  private Again() {}

  static <T> T whenItLoses(Supplier<T> transaction) {
    for (int time = 1; ; time++) {
      try {
        return transaction.get();
      } catch (ProblemException byRule) {
        throw byRule;
      } catch (RuntimeException lost) {
        if (time == TIMES) {
          throw lost;
        }
        LOG.log(Level.DEBUG, "Lost against another transaction; once more", lost);
      }
    }
  }
}
