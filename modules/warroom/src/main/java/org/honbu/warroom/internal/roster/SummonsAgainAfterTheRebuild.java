package org.honbu.warroom.internal.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.honbu.incidents.ProcessRebuilt;
import org.honbu.kernel.ProblemException;
import org.honbu.outbox.FactHandler;

/** Whoever was being asked is asked by the new process, too. */
@ApplicationScoped
class SummonsAgainAfterTheRebuild implements FactHandler<ProcessRebuilt> {
  private final SummonTurns turns;

  @Inject
  SummonsAgainAfterTheRebuild(SummonTurns turns) {
    this.turns = turns;
  }

  @Override
  public String name() {
    return "warroom.summons-again-after-the-rebuild";
  }

  @Override
  public Class<ProcessRebuilt> fact() {
    return ProcessRebuilt.class;
  }

  @Override
  public void on(ProcessRebuilt fact) {
    if (!turns.followAgain(fact.incident())) {
      throw new ProblemException(RosterProblems.NOT_LISTENING, fact.incident());
    }
  }
}
