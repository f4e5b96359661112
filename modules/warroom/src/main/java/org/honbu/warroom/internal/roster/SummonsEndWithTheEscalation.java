package org.honbu.warroom.internal.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.honbu.incidents.TakenBack;
import org.honbu.outbox.FactHandler;

/** Nobody is asked to come into a room that was opened by mistake. */
@ApplicationScoped
class SummonsEndWithTheEscalation implements FactHandler<TakenBack> {
  private final SummonTurns turns;

  @Inject
  SummonsEndWithTheEscalation(SummonTurns turns) {
    this.turns = turns;
  }

  @Override
  public String name() {
    return "warroom.summons-end-with-the-escalation";
  }

  @Override
  public Class<TakenBack> fact() {
    return TakenBack.class;
  }

  @Override
  public void on(TakenBack fact) {
    turns.endIfClosed(fact.incident());
  }
}
