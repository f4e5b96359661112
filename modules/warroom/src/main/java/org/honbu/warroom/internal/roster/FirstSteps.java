package org.honbu.warroom.internal.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.people.Contribution;
import org.honbu.people.LevelRecords;

/**
 * Puts what somebody did in a real room on their own record (T17): that they came, and what they
 * finished. Whoever leaves in the middle of a task has not finished it. Joins the caller's
 * transaction.
 */
@ApplicationScoped
class FirstSteps {
  private final LevelRecords records;
  private final Clock clock;

  @Inject
  FirstSteps(LevelRecords records, Clock clock) {
    this.records = records;
    this.clock = clock;
  }

  void came(Kind kind, IncidentId incident, PersonId person) {
    if (kind == Kind.REAL) {
      records.came(person, incident, clock.instant());
    }
  }

  void helped(Kind kind, HelpingRow help) {
    if (kind == Kind.REAL) {
      records.contributed(
          new Contribution(
              help.id(),
              help.person(),
              new IncidentId(help.incident()),
              help.task().label(),
              clock.instant()));
    }
  }
}
