package org.honbu.incidents.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.Set;
import org.honbu.incidents.Command;
import org.honbu.incidents.CommandSeat;
import org.honbu.incidents.LargeReason;
import org.honbu.incidents.Outcome;
import org.honbu.incidents.TakeOutcome;
import org.honbu.kernel.Actor;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.workflow.Facts;
import org.honbu.workflow.Retried;

/** Our own door to command: the seat first, then the task. */
@ApplicationScoped
@Retried
@Transactional
class SeatedCommand implements Command {
  private final CommandActs acts;
  private final EscalatingActs escalating;
  private final Engine engine;

  @Inject
  SeatedCommand(CommandActs acts, EscalatingActs escalating, Engine engine) {
    this.acts = acts;
    this.escalating = escalating;
    this.engine = engine;
  }

  @Override
  public Outcome openRoom(
      IncidentId incident, Set<LargeReason> reasons, Optional<PersonId> otherwise, Actor by) {
    return acts.openRoom(incident, reasons, otherwise, by);
  }

  @Override
  public Outcome escalate(IncidentId incident, PersonId by) {
    EscalatingActs.Escalated escalated = escalating.escalate(incident, by);
    if (escalated.opened()) {
      engine.tell("Message_Escalate", incident, Facts.none());
    }
    return escalated.outcome();
  }

  @Override
  public TakeOutcome take(IncidentId incident, PersonId by) {
    TakeOutcome outcome = acts.take(incident, by);
    if (outcome instanceof TakeOutcome.Taken) {
      agree(incident);
    }
    return outcome;
  }

  @Override
  public Outcome confirmActing(IncidentId incident, Actor by) {
    Outcome outcome = acts.confirmActing(incident, by);
    agree(incident);
    return outcome;
  }

  /** The task belongs to whoever holds command; an acting commander leaves it to be claimed. */
  private void agree(IncidentId incident) {
    acts.seat(incident).ifPresent(seat -> engine.commandGoesTo(seat, incident));
    if (!acts.isBeingHandedOver(incident)) {
      engine.tell(Steps.COMMAND_TAKEN, incident, Facts.none());
    }
  }

  @Override
  public void openBreakGlass(IncidentId incident, Actor by) {
    acts.openBreakGlass(incident, by);
  }

  @Override
  public TakeOutcome takeAnnouncing(IncidentId incident, PersonId by) {
    TakeOutcome outcome = acts.takeAnnouncing(incident, by);
    if (outcome instanceof TakeOutcome.Taken) {
      engine.assign(Steps.ANNOUNCE, incident, by);
    }
    return outcome;
  }

  @Override
  public Optional<CommandSeat> seat(IncidentId incident) {
    return acts.seat(incident).map(Seat::view);
  }

  @Override
  public Optional<CommandSeat> seatLocked(IncidentId incident) {
    return acts.seatLocked(incident).map(Seat::view);
  }
}
