package org.honbu.workflow;

/**
 * Whether Honbu has started completely: tables migrated and compared, engine running, diagrams
 * deployed, every start-up observer done.
 *
 * <p>A server that failed half-way still answers HTTP, so whoever forwards traffic or prints
 * “ready” asks here and never looks for an open port.
 */
public interface Readiness {

  /** True from the end of a start in which nothing failed until the stop begins. */
  boolean isReady();
}
