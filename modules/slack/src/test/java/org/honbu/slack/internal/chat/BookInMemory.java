package org.honbu.slack.internal.chat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Subject;

/** The book, in memory. */
public final class BookInMemory implements ChatBook {
  private final Map<String, Card> cards = new HashMap<>();
  private final Map<IncidentId, Room> rooms = new HashMap<>();
  final List<String> timeline = new ArrayList<>();

  @Override
  public Optional<Card> card(Subject about, String place) {
    return Optional.ofNullable(cards.get(about.value() + place));
  }

  @Override
  public List<Card> cards(Subject about) {
    return cards.values().stream().filter(card -> card.about().equals(about)).toList();
  }

  @Override
  public void stands(Card card) {
    cards.put(card.about().value() + card.place(), card);
  }

  @Override
  public void edited(Card card, Instant asOf) {
    stands(
        new Card(
            card.about(),
            card.place(),
            card.channel(),
            card.ts(),
            card.said(),
            Optional.of(asOf.truncatedTo(ChronoUnit.MICROS))));
  }

  @Override
  public Optional<Room> room(IncidentId incident) {
    return Optional.ofNullable(rooms.get(incident));
  }

  @Override
  public Optional<IncidentId> roomIn(String channel) {
    return rooms.values().stream()
        .filter(room -> room.channel().equals(channel))
        .map(Room::incident)
        .findFirst();
  }

  @Override
  public void opened(Room room, String name) {
    rooms.put(room.incident(), room);
    timeline.add(name);
  }

  @Override
  public void topicSet(IncidentId incident, Instant asOf) {
    Room room = room(incident).orElseThrow();
    rooms.put(
        incident,
        new Room(incident, room.channel(), room.own(), Optional.of(asOf), room.archivedAt()));
  }

  @Override
  public void archived(IncidentId incident, Instant at) {
    Room room = room(incident).orElseThrow();
    rooms.put(
        incident, new Room(incident, room.channel(), room.own(), room.topicAt(), Optional.of(at)));
  }
}
