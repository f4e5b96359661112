package org.honbu.slack.internal.chat;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.honbu.kernel.Subject;
import org.jspecify.annotations.Nullable;

/** A message that is edited as things go on: one for each subject and channel, by its key. */
@Entity
@Table(name = "card")
class CardRow {
  /** Subject and place. */
  @Id private String id;

  private String about;
  private String place;
  private String channel;
  private String ts;
  private String said;

  @Column(name = "edited_at")
  private @Nullable Instant editedAt;

  protected CardRow() {}

  CardRow(ChatBook.Card card) {
    this.id = id(card.about(), card.place());
    this.about = card.about().value();
    this.place = card.place();
    this.channel = card.channel();
    this.ts = card.ts();
    this.said = card.said();
    this.editedAt = card.editedAt().orElse(null);
  }

  static String id(Subject about, String place) {
    return about.value() + " " + place;
  }

  void edited(Instant asOf) {
    editedAt = asOf;
  }

  ChatBook.Card card() {
    return new ChatBook.Card(
        Subject.parse(about), place, channel, ts, said, Optional.ofNullable(editedAt));
  }
}
