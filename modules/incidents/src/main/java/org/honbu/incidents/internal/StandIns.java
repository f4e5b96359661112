package org.honbu.incidents.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import org.honbu.incidents.NextCommander;
import org.honbu.incidents.internal.OnlyQualifiedPeopleTakeCommand.Answer;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;

/** Who stands beside a commander, and whom to propose in their place. */
@ApplicationScoped
class StandIns {
  private final IncidentStore store;
  private final CommandActs command;
  private final NextCommander next;

  @Inject
  StandIns(IncidentStore store, CommandActs command, NextCommander next) {
    this.store = store;
    this.command = command;
    this.next = next;
  }

  Optional<PersonId> deputy(IncidentId incident) {
    return DeputyActs.deputy(store, incident);
  }

  /** The deputy, else whoever fits best of those who could take command now. */
  Optional<PersonId> couldTakeOver(Incident record, PersonId commander) {
    return deputy(record.id())
        .filter(deputy -> command.mayCommand(record, deputy) instanceof Answer.As)
        .or(() -> next.candidates(record.id(), Set.of(commander)).stream().findFirst());
  }
}
