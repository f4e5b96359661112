package org.honbu.learning.internal;

import org.honbu.workflow.Facts;
import org.honbu.workflow.TaskHandler;

/** A step under the name diagrams use for it. */
record Named(String name, Work work) implements TaskHandler {

  /** What the step does. */
  @FunctionalInterface
  interface Work {
    Facts of(Step step);
  }

  @Override
  public Facts perform(Step step) {
    return work.of(step);
  }
}
