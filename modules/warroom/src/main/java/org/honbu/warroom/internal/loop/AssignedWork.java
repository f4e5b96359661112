package org.honbu.warroom.internal.loop;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import org.honbu.kernel.IncidentId;
import org.honbu.warroom.Assignment;
import org.honbu.warroom.Assignments;

/** Asks the room's assignments. */
@ApplicationScoped
class AssignedWork implements GivenWork {
  private final Assignments assignments;

  @Inject
  AssignedWork(Assignments assignments) {
    this.assignments = assignments;
  }

  @Override
  public boolean isGivenSince(IncidentId incident, Instant moment) {
    return assignments.of(incident).stream()
        .anyMatch(work -> !work.givenAt().isBefore(moment) && counts(work.state()));
  }

  static boolean counts(Assignment.State state) {
    return switch (state) {
      case PROPOSED, ACCEPTED, REPORTED, DONE -> true;
      case DECLINED, CANCELLED -> false;
    };
  }
}
