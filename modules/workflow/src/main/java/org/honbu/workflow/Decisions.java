package org.honbu.workflow;

import java.util.List;

/**
 * Asks the process owners' decision tables. Joins the caller's transaction. Within a step of a
 * process the table of that process' own set answers, so that an open incident keeps its rules;
 * elsewhere the newest.
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
