package org.honbu.incidents.internal;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.honbu.kernel.PersonId;

/**
 * A row to be locked by whoever decides on a person's claim to command (RO-C1). The rows are fixed
 * and shared by several people, so that no claim has to write one first.
 */
@Entity
@Table(name = "claim_turn")
class ClaimTurn {
  /** As many as the migration has written. */
  private static final int TURNS = 64;

  @Id private int id;

  protected ClaimTurn() {}

  static int of(PersonId person) {
    return Math.floorMod(person.value().hashCode(), TURNS);
  }

  int id() {
    return id;
  }
}
