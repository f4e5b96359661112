package org.honbu.warroom.internal.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.workflow.Facts;
import org.honbu.workflow.TaskHandler;

/** 次の人に声をかける / Ask the next person, unless somebody has answered meanwhile. */
@ApplicationScoped
class AskNextMember implements TaskHandler {
  private final SummonTurns turns;

  @Inject
  AskNextMember(SummonTurns turns) {
    this.turns = turns;
  }

  @Override
  public String name() {
    return "askNextMember";
  }

  @Override
  public Facts perform(Step step) {
    int round = step.facts().find("round").map(known -> step.facts().number("round")).orElse(0);
    SummonTurns.Turn turn =
        turns.next(
            new IncidentId(step.subject()), step.facts().number(SummonsProcess.NUMBER), round);
    return Facts.of("memberFound", turn.member().isPresent())
        .and("settled", turn.settled())
        .and("member", turn.member().map(PersonId::value).orElse(""))
        .and("round", turn.round());
  }
}
