package org.honbu.incidents.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.honbu.incidents.DataHarm;
import org.honbu.incidents.Impact.DataSecurity;
import org.honbu.incidents.Outcome;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.workflow.Retried;

/** The one door for it; what follows hears of it as a fact. */
@ApplicationScoped
@Retried
@Transactional
class RecordedDataHarm implements DataHarm {
  private final DataActs acts;

  @Inject
  RecordedDataHarm(DataActs acts) {
    this.acts = acts;
  }

  @Override
  public Outcome say(IncidentId incident, DataSecurity is, String reason, PersonId by) {
    return acts.say(incident, is, reason, by);
  }
}
