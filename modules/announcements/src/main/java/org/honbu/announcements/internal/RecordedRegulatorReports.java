package org.honbu.announcements.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.honbu.announcements.RegulatorReport;
import org.honbu.announcements.RegulatorReport.Stage;
import org.honbu.announcements.RegulatorReports;
import org.honbu.incidents.Outcome;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.workflow.Retried;

/** Our own door: decide and write first, then the process. */
@ApplicationScoped
@Retried
@Transactional
class RecordedRegulatorReports implements RegulatorReports {
  private final RegulatorActs acts;
  private final RegulatorProcess process;

  @Inject
  RecordedRegulatorReports(RegulatorActs acts, RegulatorProcess process) {
    this.acts = acts;
    this.process = process;
  }

  @Override
  public Optional<RegulatorReport> of(IncidentId incident) {
    return acts.of(incident);
  }

  @Override
  public Outcome sent(IncidentId incident, Stage stage, Sent sent, PersonId by) {
    return settled(incident, acts.sent(incident, stage, sent, by), by);
  }

  @Override
  public Outcome notNeeded(IncidentId incident, Stage stage, String reason, PersonId by) {
    return settled(incident, acts.notNeeded(incident, stage, reason, by), by);
  }

  private Outcome settled(IncidentId incident, Outcome outcome, PersonId by) {
    if (outcome instanceof Outcome.Done) {
      process.settled(incident, by);
    }
    return outcome;
  }
}
