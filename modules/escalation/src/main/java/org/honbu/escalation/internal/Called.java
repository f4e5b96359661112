package org.honbu.escalation.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.honbu.escalation.Calls.Reply;
import org.honbu.kernel.PersonId;

/** A call to one person in one step. */
@Embeddable
class Called {
  private int step;

  @Column(name = "person_id")
  private String person;

  @Column(name = "called_at")
  private Instant at;

  @Enumerated(EnumType.STRING)
  private Reply reply;

  protected Called() {}

  Called(int step, PersonId person, Instant at) {
    this.step = step;
    this.person = person.value();
    this.at = at;
    this.reply = Reply.NONE;
  }

  int step() {
    return step;
  }

  PersonId person() {
    return new PersonId(person);
  }

  Instant at() {
    return at;
  }

  Reply reply() {
    return reply;
  }

  void replied(Reply what) {
    reply = what;
  }
}
