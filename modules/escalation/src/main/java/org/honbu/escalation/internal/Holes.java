package org.honbu.escalation.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.people.OnCallLevel;
import org.honbu.people.PassedOver;
import org.honbu.people.PassedOver.Reason;
import org.honbu.people.Readiness;

/**
 * Tells the module that looks ahead where the chain had a hole, so that whoever mends schedules
 * sees whom it hurt. A drill's holes are part of the drill.
 */
@ApplicationScoped
class Holes {
  private final Readiness readiness;
  private final Clock clock;

  @Inject
  Holes(Readiness readiness, Clock clock) {
    this.readiness = readiness;
    this.clock = clock;
  }

  void nobodyOn(Run run, OnCallLevel level) {
    tell(run, level, Optional.empty(), Reason.NOBODY);
  }

  void noWayTo(Run run, OnCallLevel level, PersonId person) {
    tell(run, level, Optional.of(person), Reason.NO_CONTACT);
  }

  void notDelivered(Run run, OnCallLevel level, PersonId person) {
    tell(run, level, Optional.of(person), Reason.NOT_DELIVERED);
  }

  private void tell(Run run, OnCallLevel level, Optional<PersonId> person, Reason reason) {
    if (run.kind() == Kind.REAL) {
      readiness.passedOver(
          new PassedOver(run.team(), level, person, reason, run.incident(), clock.instant()));
    }
  }
}
