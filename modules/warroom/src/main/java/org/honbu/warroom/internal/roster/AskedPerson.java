package org.honbu.warroom.internal.roster;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.Optional;
import org.honbu.kernel.PersonId;
import org.honbu.warroom.SummonsView.Reply;
import org.jspecify.annotations.Nullable;

/** Somebody in the order of a summons: asked, or still to be asked. */
@Embeddable
class AskedPerson {
  private String person;

  @Column(name = "asked_at")
  private @Nullable Instant askedAt;

  @Enumerated(EnumType.STRING)
  private Reply reply;

  /** For Hibernate. */
  protected AskedPerson() {}

  AskedPerson(PersonId person) {
    this.person = person.value();
    this.reply = Reply.ASKED;
  }

  PersonId person() {
    return new PersonId(person);
  }

  Optional<Instant> askedAt() {
    return Optional.ofNullable(askedAt);
  }

  boolean hadTheirTurn() {
    return askedAt != null;
  }

  Reply reply() {
    return reply;
  }

  void isAsked(Instant now) {
    askedAt = now;
  }

  void replied(Reply what) {
    reply = what;
  }
}
