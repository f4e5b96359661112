package org.honbu.incidents.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.honbu.incidents.Deputies;
import org.honbu.incidents.Outcome;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.workflow.Retried;

/** Our own door to the deputy; no process waits for one. */
@ApplicationScoped
@Retried
@Transactional
class AppointedDeputies implements Deputies {
  private final DeputyActs acts;

  @Inject
  AppointedDeputies(DeputyActs acts) {
    this.acts = acts;
  }

  @Override
  public Outcome appoint(IncidentId incident, PersonId deputy, PersonId by) {
    return acts.appoint(incident, deputy, by);
  }

  @Override
  public Outcome leave(IncidentId incident, PersonId by) {
    return acts.leave(incident, by);
  }
}
