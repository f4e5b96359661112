package org.honbu.slack.internal.chat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Subject;

/** What stands where in Slack. Each method is a transaction of its own. */
public interface ChatBook {

  Optional<Card> card(Subject about, String place);

  List<Card> cards(Subject about);

  void stands(Card card);

  /** Notes that it says now how things stood then. */
  void edited(Card card, Instant asOf);

  Optional<Room> room(IncidentId incident);

  /** Whose room a channel of Slack is; empty for every other channel. */
  Optional<IncidentId> roomIn(String channel);

  /** A room has its channel; the timeline says so. */
  void opened(Room room, String name);

  void topicSet(IncidentId incident, Instant asOf);

  void archived(IncidentId incident, Instant at);

  /**
   * A message that is edited as things go on.
   *
   * @param place our name of its channel: {@code #alert}
   * @param channel Slack's
   * @param said as it was said first
   */
  record Card(
      Subject about,
      String place,
      String channel,
      String ts,
      String said,
      Optional<Instant> editedAt) {}

  /**
   * The channel of an incident's room.
   *
   * @param own whether it was made for it
   */
  record Room(
      IncidentId incident,
      String channel,
      boolean own,
      Optional<Instant> topicAt,
      Optional<Instant> archivedAt) {}
}
