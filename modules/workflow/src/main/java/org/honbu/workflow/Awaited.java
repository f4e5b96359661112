package org.honbu.workflow;

/**
 * A bean that goes on arriving after the server has started, and that {@link Readiness} waits for.
 */
public interface Awaited {

  /** Whether it is there, as well as it can be for now. Asked often; answers from memory. */
  boolean isThere();
}
