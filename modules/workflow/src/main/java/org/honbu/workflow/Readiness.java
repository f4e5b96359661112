package org.honbu.workflow;

/**
 * Whether Honbu has started completely: tables migrated and compared, engine running, diagrams
 * deployed, every start-up observer done, and whatever is {@link Awaited} there.
 *
 * <p>A server that failed half-way still answers HTTP, so whoever forwards traffic or prints
 * “ready” asks here and never looks for an open port.
 */
public interface Readiness {

  /**
   * True from the end of a start in which nothing failed until the stop begins. A directory that
   * does not answer holds nothing up: links of pages work without it.
   */
  boolean isReady();
}
