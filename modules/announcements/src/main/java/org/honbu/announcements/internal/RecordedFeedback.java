package org.honbu.announcements.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.honbu.announcements.UserFeedback;
import org.honbu.incidents.Outcome;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.workflow.Facts;
import org.honbu.workflow.HumanTask;
import org.honbu.workflow.HumanTasks;
import org.honbu.workflow.Retried;

/** The door of our own pages and REST: what is heard is written first, then nobody is asked. */
@ApplicationScoped
@Retried
@Transactional
class RecordedFeedback implements UserFeedback {
  private final FeedbackActs acts;
  private final HumanTasks tasks;

  @Inject
  RecordedFeedback(FeedbackActs acts, HumanTasks tasks) {
    this.acts = acts;
    this.tasks = tasks;
  }

  @Override
  public Outcome hear(IncidentId incident, Voices heard, PersonId by) {
    Outcome outcome = acts.hear(incident, heard, by);
    if (outcome instanceof Outcome.Done) {
      tasks
          .open(incident, Steps.COUNT)
          .ifPresent(
              asked -> {
                tasks.assign(asked, by);
                tasks.complete(asked, Facts.none());
              });
    }
    return outcome;
  }

  @Override
  public List<Heard> heard(IncidentId incident) {
    return acts.heard(incident);
  }

  @Override
  public int customersSince(IncidentId incident, Instant since) {
    return acts.customersSince(incident, since);
  }

  @Override
  public Optional<Instant> askedSince(IncidentId incident) {
    return tasks.open(incident, Steps.COUNT).map(HumanTask::since);
  }
}
