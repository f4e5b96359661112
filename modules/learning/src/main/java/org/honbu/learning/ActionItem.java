package org.honbu.learning;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.TeamId;
import org.honbu.kernel.Words;

/**
 * Something that somebody changes so that it does not happen, or not as badly, again.
 *
 * @param number counts those of an incident, from 1
 * @param team whose it is, with the person who brings it about
 * @param severity the incident's; overdue items of severity 1 are shown to everybody
 * @param reason what was done, or why it was waived
 * @param settledBy who said so
 */
public record ActionItem(
    UUID id,
    IncidentId incident,
    Kind mode,
    int number,
    String what,
    ActionKind kind,
    TeamId team,
    PersonId owner,
    Instant due,
    int severity,
    State state,
    Optional<String> reason,
    Optional<PersonId> settledBy,
    Optional<Instant> settledAt) {

  public boolean isOpen() {
    return state == State.OPEN;
  }

  public boolean isOverdue(Instant now) {
    return isOpen() && now.isAfter(due);
  }

  /** Where it stands. */
  public enum State {
    OPEN("進行中", "Open"),
    DONE("完了", "Done"),
    WAIVED("見送り", "Waived");

    private final String ja;
    private final String en;

    State(String ja, String en) {
      this.ja = ja;
      this.en = en;
    }

    public Words label() {
      return new Words(ja, en);
    }
  }
}
