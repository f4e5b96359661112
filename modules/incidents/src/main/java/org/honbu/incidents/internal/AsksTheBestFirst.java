package org.honbu.incidents.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.honbu.incidents.CommandCandidates;
import org.honbu.incidents.NextCommander;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;

/** Asks for command in the order of DM-6; whoever commands now, acting or not, is not asked. */
@ApplicationScoped
class AsksTheBestFirst implements NextCommander {
  private final IncidentStore store;
  private final CommandCandidates candidates;

  @Inject
  AsksTheBestFirst(IncidentStore store, CommandCandidates candidates) {
    this.store = store;
    this.candidates = candidates;
  }

  @Override
  public List<PersonId> candidates(IncidentId incident, Set<PersonId> except) {
    Set<PersonId> others = new HashSet<>(except);
    store.seat(incident).map(Seat::holder).ifPresent(others::add);
    return candidates.next(incident, others);
  }
}
