package org.honbu.incidents.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import org.honbu.incidents.Outcome;
import org.honbu.incidents.Privacy;
import org.honbu.incidents.Veil;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.workflow.Retried;

/** Asks the record and whoever knows more, and takes the acts. */
@ApplicationScoped
@Retried
@Transactional
class RecordedPrivacy implements Privacy {
  private final IncidentStore store;
  private final Insiders insiders;
  private final PrivacyActs acts;

  @Inject
  RecordedPrivacy(IncidentStore store, Insiders insiders, PrivacyActs acts) {
    this.store = store;
    this.insiders = insiders;
    this.acts = acts;
  }

  @Override
  public boolean isPrivate(IncidentId incident) {
    return store.find(incident).filter(Incident::isPrivate).isPresent();
  }

  @Override
  public boolean mayRead(IncidentId incident, PersonId person) {
    return !isPrivate(incident) || !insiders.over(List.of(incident), person).hides(incident);
  }

  @Override
  public Veil over(Collection<IncidentId> incidents, PersonId person) {
    return insiders.over(incidents, person);
  }

  @Override
  public boolean mayDecide(IncidentId incident, PersonId person) {
    return store.find(incident).filter(record -> acts.mayDecide(record, person)).isPresent();
  }

  @Override
  public Outcome close(IncidentId incident, String reason, PersonId by) {
    return acts.close(incident, reason, by);
  }

  @Override
  public Outcome open(IncidentId incident, String reason, PersonId by) {
    return acts.open(incident, reason, by);
  }
}
