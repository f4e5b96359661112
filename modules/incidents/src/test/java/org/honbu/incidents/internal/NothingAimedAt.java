package org.honbu.incidents.internal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.honbu.incidents.Briefing.Topic;
import org.honbu.incidents.CommandPromises;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Words;

/** A commander who has promised nothing, until a test says what. */
final class NothingAimedAt implements CommandPromises {
  Optional<Words> objectives = Optional.empty();
  Optional<Instant> nextUpdate = Optional.empty();
  Map<Topic, List<Words>> known = Map.of();

  @Override
  public Optional<Words> objectives(IncidentId incident) {
    return objectives;
  }

  @Override
  public Map<Topic, List<Words>> known(IncidentId incident) {
    return known;
  }

  @Override
  public Optional<Instant> nextUpdate(IncidentId incident) {
    return nextUpdate;
  }
}
