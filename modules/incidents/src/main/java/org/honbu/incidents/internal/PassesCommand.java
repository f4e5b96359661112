package org.honbu.incidents.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.honbu.incidents.CareQuestion.Why;
import org.honbu.incidents.Outcome;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;

/** Where care ends and handing over begins: a commander who passes does so as any other. */
@ApplicationScoped
class PassesCommand {
  private final CommandActs command;

  @Inject
  PassesCommand(CommandActs command) {
    this.command = command;
  }

  /** Asks the person to take over; command stays until they accept. */
  Outcome offer(IncidentId incident, PersonId to, Why why, String reason, PersonId by) {
    return command.offer(incident, to, reason.isBlank() ? reason(why).both() : reason, by);
  }

  private static Words reason(Why why) {
    return switch (why) {
      case HANDS_ON -> new Words("手を動かしたい", "Hands want to work");
      case FATIGUE -> new Words("休みたい", "Needs a rest");
    };
  }
}
