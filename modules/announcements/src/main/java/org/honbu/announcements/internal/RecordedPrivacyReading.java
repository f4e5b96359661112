package org.honbu.announcements.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.honbu.announcements.PrivacyReading;
import org.honbu.incidents.Outcome;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.workflow.Retried;

/** Our own door: decide and write first, then the process. */
@ApplicationScoped
@Retried
@Transactional
class RecordedPrivacyReading implements PrivacyReading {
  private final PrivacyReview review;
  private final PrivacyProcess process;

  @Inject
  RecordedPrivacyReading(PrivacyReview review, PrivacyProcess process) {
    this.review = review;
    this.process = process;
  }

  @Override
  public List<Waiting> waiting(IncidentId incident, PersonId reader) {
    return review.waiting(incident).stream()
        .map(
            text ->
                new Waiting(
                    text.key(),
                    text.words(),
                    text.author(),
                    text.since(),
                    review.part(text, reader)))
        .toList();
  }

  @Override
  public Outcome approve(IncidentId incident, String key, String reason, PersonId by) {
    Outcome outcome = review.approve(incident, key, reason, by);
    if (outcome instanceof Outcome.Done) {
      process.read(incident, key, by);
    }
    return outcome;
  }

  @Override
  public Outcome sendBack(IncidentId incident, String key, String reason, PersonId by) {
    Outcome outcome = review.sendBack(incident, key, reason, by);
    if (outcome instanceof Outcome.Done) {
      process.read(incident, key, by);
    }
    return outcome;
  }
}
