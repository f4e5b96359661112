package org.honbu.warroom.internal.loop;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.honbu.incidents.Briefing;
import org.honbu.incidents.CommandPromises;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Words;
import org.honbu.warroom.Round;

/** What the next commander takes over with the loop. */
@ApplicationScoped
class CommandersIntent implements CommandPromises {
  private final Rounds rounds;
  private final WhatTheRoomKnows room;

  @Inject
  CommandersIntent(Rounds rounds, WhatTheRoomKnows room) {
    this.rounds = rounds;
    this.room = room;
  }

  @Override
  public Optional<Words> objectives(IncidentId incident) {
    List<String> aims = rounds.objectives(incident);
    return aims.isEmpty()
        ? Optional.empty()
        : Optional.of(new Words(String.join("\n", aims), String.join("\n", aims)));
  }

  @Override
  public Map<Briefing.Topic, List<Words>> known(IncidentId incident) {
    return room.of(incident);
  }

  @Override
  public Optional<Instant> nextUpdate(IncidentId incident) {
    return rounds.now(incident).map(Round::nextUpdate);
  }
}
