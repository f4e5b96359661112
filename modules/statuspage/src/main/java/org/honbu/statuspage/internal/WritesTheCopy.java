package org.honbu.statuspage.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.honbu.outbox.FactHandler;

/**
 * After each change the copy is written. A folder that cannot be written is tried again as every
 * fact is, and then shown to operators among the stalled steps.
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
    copy.write();
  }
}
