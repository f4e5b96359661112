package org.honbu.announcements.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.honbu.announcements.MessageWentOut;
import org.honbu.outbox.FactHandler;
import org.honbu.workflow.Facts;
import org.honbu.workflow.Processes;

/**
 * Whoever had to be told knows by now: the clock of the first message has nothing to ring for. What
 * went to others leaves it alone. Where no clock runs, nothing waits for this.
 */
@ApplicationScoped
class StopsTheFirstClock implements FactHandler<MessageWentOut> {
  private final Told told;
  private final Processes processes;

  @Inject
  StopsTheFirstClock(Told told, Processes processes) {
    this.told = told;
    this.processes = processes;
  }

  @Override
  public String name() {
    return "announcements.stops-the-first-clock";
  }

  @Override
  public Class<MessageWentOut> fact() {
    return MessageWentOut.class;
  }

  @Override
  public void on(MessageWentOut said) {
    if (!told.owesTheFirst(said.incident())) {
      processes.tell(Steps.FIRST_IS_OUT, said.incident(), Facts.none());
    }
  }
}
