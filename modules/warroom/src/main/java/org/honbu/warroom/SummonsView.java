package org.honbu.warroom;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.honbu.kernel.Actor;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.TeamId;

/**
 * One summons, so that everybody sees who came.
 *
 * @param number counts up in its incident, from 1
 * @param team whose people are asked
 * @param by the commander of that moment, or Honbu when the room opened
 * @param why what they are needed for; may be empty
 * @param asked oldest first
 */
public record SummonsView(
    int number,
    Optional<TeamId> team,
    Actor by,
    String why,
    State state,
    Instant since,
    List<Asked> asked) {

  public SummonsView {
    asked = List.copyOf(asked);
  }

  /** Whom it waits for now. */
  public Optional<PersonId> waitsFor() {
    return asked.stream()
        .filter(one -> state == State.ASKING && one.reply() == Reply.ASKED)
        .map(Asked::person)
        .reduce((earlier, later) -> later);
  }

  /** Where a summons stands. */
  public enum State {
    ASKING,
    SOMEBODY_COMES,
    /** Everybody was asked and nobody can; the commander knows. */
    NOBODY_COMES,
    /** The room closed, or the commander let people go. */
    OVER
  }

  /** What came back from somebody. */
  public enum Reply {
    ASKED,
    COMING,
    /** Said that they come, and are in the room. */
    THERE,
    CANNOT,
    LOOKING_ON,
    /** Nothing came in time; the next was asked. */
    SILENT,
    /** Somebody else comes, or it is over. */
    NOT_NEEDED
  }

  /** Somebody who was asked. */
  public record Asked(PersonId person, Instant at, Reply reply) {}
}
