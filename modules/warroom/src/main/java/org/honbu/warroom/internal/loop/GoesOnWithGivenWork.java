package org.honbu.warroom.internal.loop;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.honbu.outbox.FactHandler;
import org.honbu.warroom.CommandLoop;
import org.honbu.warroom.WorkMoved;

/** Work that was given, through whatever door, is work that the loop need not ask for. */
@ApplicationScoped
class GoesOnWithGivenWork implements FactHandler<WorkMoved> {
  private final CommandLoop loop;

  @Inject
  GoesOnWithGivenWork(CommandLoop loop) {
    this.loop = loop;
  }

  @Override
  public String name() {
    return "warroom.goes-on-with-given-work";
  }

  @Override
  public Class<WorkMoved> fact() {
    return WorkMoved.class;
  }

  @Override
  public void on(WorkMoved moved) {
    loop.workGiven(moved.incident());
  }
}
