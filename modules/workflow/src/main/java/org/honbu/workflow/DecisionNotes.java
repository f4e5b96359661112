package org.honbu.workflow;

import java.util.Optional;
import org.honbu.kernel.Words;

/** What process owners wrote beside the rows of their decision tables, for people to read. */
public interface DecisionNotes {

  /**
   * The note beside the row that gives this answer, in the newest deployed version of the table.
   *
   * @param table file name of the table without its ending
   * @param answer a text in one of the row's outputs
   * @return empty when no row gives it or nothing is written there
   */
  Optional<Words> because(String table, String answer);
}
