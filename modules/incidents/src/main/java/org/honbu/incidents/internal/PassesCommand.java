package org.honbu.incidents.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import org.honbu.incidents.CareQuestion.Why;
import org.honbu.incidents.HandoverReason;
import org.honbu.incidents.HandoverWish;
import org.honbu.incidents.Outcome;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;

/** Where care ends and handing over begins: a commander who passes does so as any other. */
@ApplicationScoped
class PassesCommand {
  private final HandoverActs handovers;

  @Inject
  PassesCommand(HandoverActs handovers) {
    this.handovers = handovers;
  }

  /** Asks the person to take over; command stays until they accept. */
  Outcome offer(IncidentId incident, PersonId to, Why why, String words, PersonId by) {
    var wish = new HandoverWish(Optional.of(to), reason(why), words, Map.of());
    return handovers.offer(incident, wish, by);
  }

  private static HandoverReason reason(Why why) {
    return switch (why) {
      case HANDS_ON -> HandoverReason.HANDS_ON;
      case FATIGUE -> HandoverReason.FATIGUE;
    };
  }
}
