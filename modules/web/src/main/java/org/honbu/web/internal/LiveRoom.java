package org.honbu.web.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Objects;
import org.honbu.kernel.IncidentId;
import org.honbu.warroom.Assignments;
import org.honbu.warroom.HelpBoard;
import org.honbu.warroom.Roster;
import org.honbu.warroom.Summons;
import org.honbu.warroom.Topics;
import org.honbu.warroom.VolunteerCalls;

/** The people in a room and their work, as {@link LiveSubjects} needs them. */
@ApplicationScoped
class LiveRoom {
  private final Roster roster;
  private final Summons summons;
  private final HelpBoard help;
  private final Assignments assignments;
  private final VolunteerCalls calls;
  private final Topics topics;

  @Inject
  LiveRoom(
      Roster roster,
      Summons summons,
      HelpBoard help,
      Assignments assignments,
      VolunteerCalls calls,
      Topics topics) {
    this.roster = roster;
    this.summons = summons;
    this.help = help;
    this.assignments = assignments;
    this.calls = calls;
    this.topics = topics;
  }

  int of(IncidentId incident) {
    return Objects.hash(
        roster.present(incident),
        summons.of(incident),
        help.offers(incident),
        assignments.of(incident),
        calls.open(incident),
        topics.open(incident),
        topics.parked(incident));
  }
}
