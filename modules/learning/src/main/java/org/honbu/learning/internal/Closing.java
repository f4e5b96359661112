package org.honbu.learning.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.honbu.incidents.IncidentState;
import org.honbu.incidents.Incidents;
import org.honbu.kernel.IncidentId;

/** Closes an incident once it has been learned from. */
@ApplicationScoped
class Closing {
  private final LearningBook book;
  private final Incidents incidents;

  @Inject
  Closing(LearningBook book, Incidents incidents) {
    this.book = book;
    this.incidents = incidents;
  }

  /** Within a day of the resolution the incident may still come back, and closes by itself. */
  void closeAfterReview(IncidentId incident) {
    book.lock(incident);
    IncidentState state = book.view(incident).state();
    if (state == IncidentState.POSTMORTEM || state == IncidentState.FALSE_ALARM) {
      incidents.close(incident, LearningBook.LEARNING);
    }
  }
}
