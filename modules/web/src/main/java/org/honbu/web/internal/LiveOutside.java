package org.honbu.web.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Objects;
import org.honbu.incidents.CommandSeat;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.IncidentView;
import org.honbu.incidents.Privacy;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;

/**
 * Looks at a private incident as one person sees it from outside ({@link PrivatePage}): what that
 * page says, and whether they are still outside. Nothing of what happens inside, and of nobody else
 * who is let in.
 */
@ApplicationScoped
class LiveOutside {
  private final IncidentBoard incidents;
  private final Privacy privacy;

  @Inject
  LiveOutside(IncidentBoard incidents, Privacy privacy) {
    this.incidents = incidents;
    this.privacy = privacy;
  }

  Glance look(IncidentId incident, PersonId person) {
    return Glance.of(
        Objects.hash(
            privacy.mayRead(incident, person),
            incidents.find(incident).map(LiveOutside::seen).orElse(0)));
  }

  private static int seen(IncidentView incident) {
    return Objects.hash(
        incident.severity(),
        incident.state(),
        incident.seat().map(CommandSeat::holder),
        incident.seat().map(CommandSeat::standing),
        incident.answeredBy(),
        incident.room(),
        incident.announcer().isEmpty());
  }
}
