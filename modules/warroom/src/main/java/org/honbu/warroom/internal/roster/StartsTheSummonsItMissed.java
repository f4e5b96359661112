package org.honbu.warroom.internal.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.honbu.kernel.ProblemException;
import org.honbu.outbox.FactHandler;
import org.honbu.warroom.MemberSummoned;

/** Whoever is summoned is asked, also when the room's process was not there yet. */
@ApplicationScoped
class StartsTheSummonsItMissed implements FactHandler<MemberSummoned> {
  private final SummonTurns turns;

  @Inject
  StartsTheSummonsItMissed(SummonTurns turns) {
    this.turns = turns;
  }

  @Override
  public String name() {
    return "warroom.starts-the-summons-it-missed";
  }

  @Override
  public Class<MemberSummoned> fact() {
    return MemberSummoned.class;
  }

  @Override
  public void on(MemberSummoned fact) {
    if (!turns.follow(fact.incident(), fact.number())) {
      throw new ProblemException(RosterProblems.NOT_LISTENING, fact.incident());
    }
  }
}
