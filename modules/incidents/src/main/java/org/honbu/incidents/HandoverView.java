package org.honbu.incidents;

import java.time.Instant;
import java.util.Optional;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;

/**
 * One handover of command as it stands or ended.
 *
 * @param number counts the handovers of an incident, from 1
 * @param forced whether somebody takes command without being asked to
 * @param words more about the reason
 * @param askedBy who began it
 * @param outgoing who commanded then
 * @param asked who is asked now; empty while everybody qualified is
 * @param round counts who was asked, from 1
 * @param briefed whether the briefing was written, or nobody is to write one
 * @param deputyBriefs whether the deputy may finish the briefing
 * @param end how it ended; empty while it runs
 * @param successor who took over
 * @param epoch of the seat that the successor took
 * @param outgoingIs what the former commander does now, once they said so
 */
public record HandoverView(
    IncidentId incident,
    int number,
    boolean forced,
    HandoverReason reason,
    String words,
    PersonId askedBy,
    PersonId outgoing,
    Optional<PersonId> asked,
    int round,
    Instant askedAt,
    boolean briefed,
    boolean deputyBriefs,
    Briefing briefing,
    Instant beganAt,
    Optional<End> end,
    Optional<PersonId> successor,
    Optional<Integer> epoch,
    Optional<NextPart> outgoingIs) {

  /** How a handover ends. */
  public enum End {
    /** Command moved. */
    TAKEN,
    /** Three could not or did not answer, or there was nobody more to ask. */
    NOBODY_LEFT,
    /** Whoever began it thought better of it, or the executive did. */
    WITHDRAWN,
    /** 「まだ指揮中です」 */
    STILL_IN_COMMAND,
    /** Somebody claimed command from an acting commander meanwhile. */
    OVERTAKEN,
    /** The room closed. */
    ROOM_CLOSED
  }

  public boolean isRunning() {
    return end.isEmpty();
  }

  public boolean endedAs(End how) {
    return end.filter(how::equals).isPresent();
  }

  /** Whether everybody qualified is asked. */
  public boolean isOpenToAll() {
    return isRunning() && asked.isEmpty();
  }
}
