package org.honbu.warroom.internal.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.honbu.incidents.RoomOpened;
import org.honbu.outbox.FactHandler;

/** When a room opens, the teams it concerns are asked to come (T06). */
@ApplicationScoped
class SummonsTheOwners implements FactHandler<RoomOpened> {
  private final SummonActs acts;

  @Inject
  SummonsTheOwners(SummonActs acts) {
    this.acts = acts;
  }

  @Override
  public String name() {
    return "warroom.summons-the-owners";
  }

  @Override
  public Class<RoomOpened> fact() {
    return RoomOpened.class;
  }

  @Override
  public void on(RoomOpened fact) {
    acts.summonTheOwners(fact.incident());
  }
}
