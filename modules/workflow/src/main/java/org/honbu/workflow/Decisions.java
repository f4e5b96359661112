package org.honbu.workflow;

import java.util.List;

/**
 * Asks the process owners' decision tables. Joins the caller's transaction; the newest deployed
 * version answers.
 */
public interface Decisions {

  /**
   * Evaluates one table.
   *
   * @param table file name of the table without its ending
   * @return one entry for each matching row (as the hit policy says), empty when no row matched
   */
  List<Facts> decide(String table, Facts inputs);
}
