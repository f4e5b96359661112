package org.honbu.announcements.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import org.honbu.announcements.Announcing;
import org.honbu.incidents.Announcers;
import org.honbu.incidents.Outcome;
import org.honbu.incidents.TakeOutcome;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.workflow.Facts;
import org.honbu.workflow.Processes;
import org.honbu.workflow.Retried;

/** Decides first, then lets the loop's clock agree. */
@ApplicationScoped
@Retried
@Transactional
class RecordedAnnouncing implements Announcing {
  private final Announcers announcers;
  private final AnnouncerCandidates candidates;
  private final PaceActs pace;
  private final Told told;
  private final Processes processes;

  @Inject
  RecordedAnnouncing(
      Announcers announcers,
      AnnouncerCandidates candidates,
      PaceActs pace,
      Told told,
      Processes processes) {
    this.announcers = announcers;
    this.candidates = candidates;
    this.pace = pace;
    this.told = told;
    this.processes = processes;
  }

  @Override
  public TakeOutcome assign(IncidentId incident, PersonId announcer, PersonId by) {
    return announcers.assign(incident, announcer, by);
  }

  @Override
  public List<Candidate> candidates(IncidentId incident) {
    return candidates.of(incident);
  }

  @Override
  public Outcome lengthen(IncidentId incident, Duration within, PersonId by) {
    Outcome outcome = pace.lengthen(incident, within, by);
    if (outcome instanceof Outcome.Done) {
      processes.tell(Steps.CADENCE_CHANGED, incident, Facts.none());
    }
    return outcome;
  }

  @Override
  public boolean owesTheFirst(IncidentId incident) {
    return told.owesTheFirst(incident);
  }

  @Override
  public Pace pace(IncidentId incident) {
    return pace.pace(incident);
  }
}
