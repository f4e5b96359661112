package org.honbu.incidents.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.honbu.incidents.Privacy;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Subject;
import org.honbu.workflow.HumanTask;
import org.honbu.workflow.TaskWitness;

/**
 * At Tasklist as everywhere: whoever is outside a private incident sees that there is something to
 * take, and not what it says.
 */
@ApplicationScoped
class KeepsPrivateTasks implements TaskWitness {
  private final Privacy privacy;

  @Inject
  KeepsPrivateTasks(Privacy privacy) {
    this.privacy = privacy;
  }

  @Override
  public boolean mayRead(Subject about, PersonId person) {
    return !(about instanceof IncidentId incident) || privacy.mayRead(incident, person);
  }

  @Override
  public void acted(HumanTask task, PersonId person) {}
}
