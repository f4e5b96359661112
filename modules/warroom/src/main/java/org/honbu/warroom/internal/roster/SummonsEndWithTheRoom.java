package org.honbu.warroom.internal.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.honbu.incidents.IncidentMoved;
import org.honbu.outbox.FactHandler;

/** Nobody is asked to come into a room that has closed. */
@ApplicationScoped
class SummonsEndWithTheRoom implements FactHandler<IncidentMoved> {
  private final SummonTurns turns;

  @Inject
  SummonsEndWithTheRoom(SummonTurns turns) {
    this.turns = turns;
  }

  @Override
  public String name() {
    return "warroom.summons-end-with-the-room";
  }

  @Override
  public Class<IncidentMoved> fact() {
    return IncidentMoved.class;
  }

  @Override
  public void on(IncidentMoved fact) {
    turns.endIfClosed(fact.incident());
  }
}
