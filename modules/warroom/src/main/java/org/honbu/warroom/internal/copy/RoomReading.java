package org.honbu.warroom.internal.copy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.honbu.incidents.AnnouncementPromises;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.IncidentView;
import org.honbu.incidents.Room;
import org.honbu.kernel.IncidentId;
import org.honbu.warroom.Assignment;
import org.honbu.warroom.Assignments;
import org.honbu.warroom.CommandLoop;
import org.honbu.warroom.Roster;
import org.honbu.warroom.Round;
import org.honbu.warroom.Topics;

/** Reads a room through the façades, all of it at one moment. */
@ApplicationScoped
@Transactional
class RoomReading {
  private static final Set<Assignment.State> UNDER_WAY =
      Set.of(Assignment.State.PROPOSED, Assignment.State.ACCEPTED);

  private final IncidentBoard incidents;
  private final Roster roster;
  private final CommandLoop loop;
  private final Assignments assignments;
  private final Topics topics;
  private final AnnouncementPromises promises;
  private final Clock clock;

  @Inject
  RoomReading(
      IncidentBoard incidents,
      Roster roster,
      CommandLoop loop,
      Assignments assignments,
      Topics topics,
      AnnouncementPromises promises,
      Clock clock) {
    this.incidents = incidents;
    this.roster = roster;
    this.loop = loop;
    this.assignments = assignments;
    this.topics = topics;
    this.promises = promises;
    this.clock = clock;
  }

  /** Every incident whose room is open. */
  List<IncidentId> rooms() {
    return incidents.unfinished().stream().filter(this::isOpen).toList();
  }

  private boolean isOpen(IncidentId incident) {
    return incidents.find(incident).filter(found -> found.room() == Room.OPEN).isPresent();
  }

  RoomFacts of(IncidentId id) {
    IncidentView incident = incidents.view(id);
    return new RoomFacts(
        clock.instant(),
        incident,
        roster.people(id),
        loop.objectives(id),
        assignments.of(id).stream().filter(work -> UNDER_WAY.contains(work.state())).toList(),
        loop.decision(id),
        topics.open(id),
        loop.round(id).map(Round::nextUpdate),
        promises.next(id).filter(any -> incident.state().isOpen()));
  }
}
