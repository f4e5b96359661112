package org.honbu.response.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;
import org.honbu.incidents.Command;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.IncidentView;
import org.honbu.incidents.LargeReason;
import org.honbu.incidents.Room;
import org.honbu.incidents.Severity;
import org.honbu.incidents.SeverityRated;
import org.honbu.kernel.Actor;
import org.honbu.outbox.FactHandler;
import org.honbu.people.OnCallLevel;
import org.honbu.people.People;

/**
 * Severity 1 is for commanders at once (SV-1): the schedule is called together with the team, and a
 * room opens with the first answer of either; the commander’s does not stop the on-call’s page
 * (A59). So it is, too, when an incident is raised to it later.
 */
@ApplicationScoped
class CommandersAtSeverityOne implements FactHandler<SeverityRated> {
  private final IncidentBoard board;
  private final Command command;
  private final People people;
  private final Voice voice;
  private final Clock clock;

  @Inject
  CommandersAtSeverityOne(
      IncidentBoard board, Command command, People people, Voice voice, Clock clock) {
    this.board = board;
    this.command = command;
    this.people = people;
    this.voice = voice;
    this.clock = clock;
  }

  /** Calls whoever is on the commander schedule; once for an incident. */
  void callAtOnce(IncidentView view) {
    voice.call(
        view,
        view.id() + ":severity-1",
        OnCallLevels.COMMANDERS,
        people.onCall(view.team(), OnCallLevel.COMMANDERS, clock.instant()));
  }

  @Override
  public String name() {
    return "response.commanders-at-severity-one";
  }

  @Override
  public Class<SeverityRated> fact() {
    return SeverityRated.class;
  }

  /** The first rating needs nothing here: the route that follows it reads it. */
  @Override
  public void on(SeverityRated rated) {
    IncidentView view = board.view(rated.incident());
    boolean isSevere = view.severity().filter(Severity.SEV1::equals).isPresent();
    if (rated.from().isEmpty() || !isSevere || !view.state().isOpen() || view.room() == Room.OPEN) {
      return;
    }
    if (view.answeredBy().isEmpty()) {
      callAtOnce(view);
    } else {
      command.openRoom(
          view.id(), EnumSet.of(LargeReason.L_SEV), Optional.empty(), Actor.honbu("response"));
    }
  }
}
