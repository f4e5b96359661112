package org.honbu.warroom.internal.card;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.honbu.incidents.AnnouncementPromises;
import org.honbu.incidents.CommandSeat;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.IncidentState;
import org.honbu.incidents.IncidentView;
import org.honbu.kernel.IncidentId;
import org.honbu.warroom.SharedView;
import org.honbu.warroom.StatusUpdate;

/** Picks what an executive is shown, and nothing else. */
@ApplicationScoped
class SharedViews {
  private final IncidentBoard board;
  private final RoomReads room;
  private final AnnouncementPromises promises;
  private final OnlyWhatMayBeToldIsShared rule;
  private final Called called;

  @Inject
  SharedViews(
      IncidentBoard board,
      RoomReads room,
      AnnouncementPromises promises,
      OnlyWhatMayBeToldIsShared rule,
      Called called) {
    this.board = board;
    this.room = room;
    this.promises = promises;
    this.rule = rule;
    this.called = called;
  }

  SharedView of(IncidentView incident, Instant linkEnds) {
    boolean calm = incident.state().compareTo(IncidentState.MITIGATED) >= 0;
    return new SharedView(
        incident.id(),
        incident.kind(),
        rule.title(incident),
        incident.state(),
        incident.severity(),
        CardWords.impact(incident.impact()),
        incident.times().startedAt().orElse(incident.times().declaredAt()),
        incident.times().mitigatedAt().filter(at -> calm),
        incident.times().resolvedAt(),
        incident.seat().map(CommandSeat::holder).map(called::of),
        incident.announcer().map(called::of),
        incident.publicPhase(),
        Published.last(board.timeline(incident.id())),
        incident.state().isOpen() ? next(incident.id()) : Optional.empty(),
        linkEnds);
  }

  private Optional<Instant> next(IncidentId incident) {
    return promises
        .next(incident)
        .or(() -> room.loop().updates(incident).stream().findFirst().map(StatusUpdate::nextAt));
  }
}
