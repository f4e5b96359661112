package org.honbu.warroom.internal.work;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.honbu.kernel.PersonId;

/** Somebody who said that they are free. */
@Embeddable
class Volunteer {
  private String person;

  @Column(name = "free_at")
  private Instant freeAt;

  /** For Hibernate. */
  Volunteer() {}

  Volunteer(PersonId person, Instant freeAt) {
    this.person = person.value();
    this.freeAt = freeAt;
  }

  PersonId person() {
    return new PersonId(person);
  }

  Instant freeAt() {
    return freeAt;
  }
}
