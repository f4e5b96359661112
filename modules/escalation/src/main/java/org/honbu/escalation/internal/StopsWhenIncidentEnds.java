package org.honbu.escalation.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.honbu.incidents.IncidentMoved;
import org.honbu.outbox.FactHandler;

/** Stops calling when the incident is over. */
@ApplicationScoped
class StopsWhenIncidentEnds implements FactHandler<IncidentMoved> {
  private final CallsDesk desk;

  @Inject
  StopsWhenIncidentEnds(CallsDesk desk) {
    this.desk = desk;
  }

  @Override
  public String name() {
    return "escalation.stopsWhenIncidentEnds";
  }

  @Override
  public Class<IncidentMoved> fact() {
    return IncidentMoved.class;
  }

  @Override
  public void on(IncidentMoved fact) {
    if (!fact.to().isOpen()) {
      desk.incidentEnded(fact.incident());
    }
  }
}
