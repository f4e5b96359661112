package org.honbu.learning.internal;

import java.util.Comparator;
import java.util.Optional;
import org.honbu.incidents.Duty;
import org.honbu.incidents.DutyKind;
import org.honbu.incidents.IncidentView;
import org.honbu.kernel.PersonId;

/** Who chooses the owner of a review: whoever commanded last, else whoever answered. */
final class LastCommander {
  private LastCommander() {}

  static Optional<PersonId> of(IncidentView view) {
    return view.duties().stream()
        .filter(duty -> duty.kind() == DutyKind.COMMANDER)
        .max(Comparator.comparing(Duty::from))
        .map(Duty::person)
        .or(view::answeredBy);
  }
}
