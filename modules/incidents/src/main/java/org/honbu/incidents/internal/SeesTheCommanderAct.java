package org.honbu.incidents.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.workflow.HumanTask;
import org.honbu.workflow.TaskWitness;

/** A commander who acts in Tasklist is there. */
@ApplicationScoped
class SeesTheCommanderAct implements TaskWitness {
  private final CareActs acts;

  @Inject
  SeesTheCommanderAct(CareActs acts) {
    this.acts = acts;
  }

  @Override
  public void acted(HumanTask task, PersonId person) {
    if (task.subject() instanceof IncidentId incident) {
      acts.seen(incident, person);
    }
  }
}
