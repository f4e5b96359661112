package org.honbu.incidents.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.honbu.incidents.Merges;
import org.honbu.incidents.Outcome;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.workflow.Retried;

/** The one door of taking apart; the process follows from the fact, as it does at a rebuild. */
@ApplicationScoped
@Retried
@Transactional
class RecordedMerges implements Merges {
  private final PartingActs acts;

  @Inject
  RecordedMerges(PartingActs acts) {
    this.acts = acts;
  }

  @Override
  public Outcome takeApart(IncidentId child, String reason, PersonId by) {
    return acts.takeApart(child, reason, by);
  }

  @Override
  public Optional<Merged> merged(IncidentId child) {
    return acts.merged(child);
  }

  @Override
  public boolean mayTakeApart(IncidentId child, PersonId person) {
    return acts.mayTakeApart(child, person);
  }
}
