package org.honbu.slack.internal.chat;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.honbu.kernel.IncidentId;
import org.jspecify.annotations.Nullable;

/** The channel of an incident's room. */
@Entity
@Table(name = "room")
class RoomRow {
  @Id private String incident;
  private String channel;
  private boolean own;

  @Column(name = "topic_at")
  private @Nullable Instant topicAt;

  @Column(name = "archived_at")
  private @Nullable Instant archivedAt;

  protected RoomRow() {}

  RoomRow(ChatBook.Room room) {
    this.incident = room.incident().value();
    this.channel = room.channel();
    this.own = room.own();
    this.topicAt = room.topicAt().orElse(null);
    this.archivedAt = room.archivedAt().orElse(null);
  }

  void topicSet(Instant asOf) {
    topicAt = asOf;
  }

  void archived(Instant at) {
    archivedAt = at;
  }

  ChatBook.Room room() {
    return new ChatBook.Room(
        new IncidentId(incident),
        channel,
        own,
        Optional.ofNullable(topicAt),
        Optional.ofNullable(archivedAt));
  }
}
