package org.honbu.statuspage.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.honbu.kernel.ProblemException;
import org.honbu.outbox.FactHandler;

/**
 * After each change the copy is written: by {@link CopyKeeper}, because a folder that hangs would
 * hold this transaction, and in time every thread that brings facts to those who call people. Until
 * the copy has the change the fact waits and is tried again, and then shown to operators among the
 * stalled steps.
 */
@ApplicationScoped
class WritesTheCopy implements FactHandler<StatusPageChanged> {
  private final StatusCopy copy;

  @Inject
  WritesTheCopy(StatusCopy copy) {
    this.copy = copy;
  }

  @Override
  public String name() {
    return "statuspage.writes-the-copy";
  }

  @Override
  public Class<StatusPageChanged> fact() {
    return StatusPageChanged.class;
  }

  @Override
  public void on(StatusPageChanged changed) {
    if (!copy.isUpToDate()) {
      copy.wish();
      throw new ProblemException(StatusProblems.NOT_COPIED_YET, copy.trouble());
    }
  }
}
