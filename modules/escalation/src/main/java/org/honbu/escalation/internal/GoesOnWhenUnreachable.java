package org.honbu.escalation.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.honbu.notifications.PageUndeliverable;
import org.honbu.outbox.FactHandler;

/** Calls the next level at once when nobody of this one can be reached. */
@ApplicationScoped
class GoesOnWhenUnreachable implements FactHandler<PageUndeliverable> {
  private final CallsDesk desk;

  @Inject
  GoesOnWhenUnreachable(CallsDesk desk) {
    this.desk = desk;
  }

  @Override
  public String name() {
    return "escalation.goesOnWhenUnreachable";
  }

  @Override
  public Class<PageUndeliverable> fact() {
    return PageUndeliverable.class;
  }

  @Override
  public void on(PageUndeliverable fact) {
    desk.unreachable(fact.runId(), fact.step(), fact.person());
  }
}
