package org.honbu.escalation.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.honbu.incidents.IncidentAcknowledged;
import org.honbu.outbox.FactHandler;

/** Stops calling when the incident was answered through a door that knows nothing of calls. */
@ApplicationScoped
class StopsWhenAcknowledged implements FactHandler<IncidentAcknowledged> {
  private final CallsDesk desk;

  @Inject
  StopsWhenAcknowledged(CallsDesk desk) {
    this.desk = desk;
  }

  @Override
  public String name() {
    return "escalation.stopsWhenAcknowledged";
  }

  @Override
  public Class<IncidentAcknowledged> fact() {
    return IncidentAcknowledged.class;
  }

  @Override
  public void on(IncidentAcknowledged fact) {
    desk.answeredElsewhere(fact.incident(), fact.by(), fact.at());
  }
}
