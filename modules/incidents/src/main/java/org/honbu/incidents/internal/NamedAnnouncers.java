package org.honbu.incidents.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.honbu.incidents.Announcers;
import org.honbu.incidents.TakeOutcome;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.workflow.Retried;

/** Our own door to giving announcing to somebody: the duty first, then the task. */
@ApplicationScoped
@Retried
@Transactional
class NamedAnnouncers implements Announcers {
  private final AnnouncerActs acts;
  private final Engine engine;

  @Inject
  NamedAnnouncers(AnnouncerActs acts, Engine engine) {
    this.acts = acts;
    this.engine = engine;
  }

  @Override
  public TakeOutcome assign(IncidentId incident, PersonId announcer, PersonId by) {
    TakeOutcome outcome = acts.assign(incident, announcer, by);
    if (outcome instanceof TakeOutcome.Taken) {
      engine.assign(Steps.ANNOUNCE, incident, announcer);
    }
    return outcome;
  }

  @Override
  public boolean fallsToTheCommander(IncidentId incident) {
    Optional<PersonId> commander = acts.fallsToTheCommander(incident);
    commander.ifPresent(person -> engine.assign(Steps.ANNOUNCE, incident, person));
    return commander.isPresent();
  }

  @Override
  public boolean mayAnnounce(IncidentId incident, PersonId person) {
    return acts.mayAnnounce(incident, person);
  }
}
