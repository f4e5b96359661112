package org.honbu.warroom.internal.copy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.honbu.incidents.IncidentView;
import org.honbu.warroom.Assignment;
import org.honbu.warroom.Decision;
import org.honbu.warroom.RoomPeople;
import org.honbu.warroom.Topic;

/**
 * What a copy says.
 *
 * @param at when it was so
 * @param work only what is under way
 * @param roomHears when the room hears again
 * @param usersHear when users were promised to hear again
 */
record RoomFacts(
    Instant at,
    IncidentView incident,
    RoomPeople people,
    List<String> objectives,
    List<Assignment> work,
    Optional<Decision> decision,
    List<Topic> topics,
    Optional<Instant> roomHears,
    Optional<Instant> usersHear) {
  RoomFacts {
    objectives = List.copyOf(objectives);
    work = List.copyOf(work);
    topics = List.copyOf(topics);
  }
}
