package org.honbu.escalation.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.honbu.incidents.TakenBack;
import org.honbu.incidents.Undoable;
import org.honbu.outbox.FactHandler;

/** Rings on when the answer was taken back through a door that knows nothing of calls. */
@ApplicationScoped
class RingsOnWhenTakenBack implements FactHandler<TakenBack> {
  private final RingingOn ringing;

  @Inject
  RingsOnWhenTakenBack(RingingOn ringing) {
    this.ringing = ringing;
  }

  @Override
  public String name() {
    return "escalation.ringsOnWhenTakenBack";
  }

  @Override
  public Class<TakenBack> fact() {
    return TakenBack.class;
  }

  @Override
  public void on(TakenBack fact) {
    if (fact.act() == Undoable.ANSWER) {
      ringing.ifNobodyHas(fact.incident());
    }
  }
}
