package org.honbu.escalation.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;
import org.honbu.incidents.Command;
import org.honbu.incidents.CommandSeat;
import org.honbu.incidents.IncidentView;
import org.honbu.incidents.LargeReason;
import org.honbu.incidents.Severity;
import org.honbu.incidents.Standing;
import org.honbu.incidents.TakeOutcome;
import org.honbu.kernel.Actor;
import org.honbu.kernel.PersonId;
import org.honbu.people.OnCallLevel;
import org.honbu.people.People;

/**
 * The other call of a severity 1: whoever is on the commander schedule is called beside the on-call
 * (SV-1). Their answer is command, not the first answer: the room opens with them, and the on-call
 * is called until somebody of the chain answers and triages inside (A59).
 */
@ApplicationScoped
class CommandersCall {
  private final RunStore runs;
  private final Command command;
  private final People people;
  private final Clock clock;

  @Inject
  CommandersCall(RunStore runs, Command command, People people, Clock clock) {
    this.runs = runs;
    this.command = command;
    this.people = people;
    this.clock = clock;
  }

  /** Whom the chain itself has called, on whatever level, answers for it. */
  boolean isFor(PersonId person, IncidentView view) {
    return view.severity().filter(Severity.SEV1::equals).isPresent()
        && view.state().isOpen()
        && view.answeredBy().isEmpty()
        && people.onCall(view.team(), OnCallLevel.COMMANDERS, clock.instant()).contains(person)
        && runs.of(view.id()).stream().noneMatch(run -> run.hasCalled(person));
  }

  /** Opens the room with them, or takes command in the one that is open. */
  TakeOutcome answered(IncidentView view, PersonId by) {
    command.openRoom(view.id(), EnumSet.of(LargeReason.L_SEV), Optional.of(by), Actor.person(by));
    return command.take(view.id(), by);
  }

  /** Who commands by now, for whoever was called to. */
  Optional<CommandSeat> taken(PersonId person, IncidentView view) {
    return isFor(person, view)
        ? view.seat().filter(seat -> seat.standing() == Standing.HELD)
        : Optional.empty();
  }
}
