package org.honbu.warroom.internal.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.honbu.kernel.IncidentId;
import org.honbu.workflow.Facts;
import org.honbu.workflow.TaskHandler;

/** 誰も来られないと伝える / Tell the commander and the room that nobody can come. */
@ApplicationScoped
class ReportNobodyComes implements TaskHandler {
  private final SummonTurns turns;

  @Inject
  ReportNobodyComes(SummonTurns turns) {
    this.turns = turns;
  }

  @Override
  public String name() {
    return "reportNobodyComes";
  }

  @Override
  public Facts perform(Step step) {
    turns.reportNobody(new IncidentId(step.subject()), step.facts().number(SummonsProcess.NUMBER));
    return Facts.none();
  }
}
