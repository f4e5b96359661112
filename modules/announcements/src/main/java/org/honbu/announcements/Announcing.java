package org.honbu.announcements;

import java.time.Duration;
import java.util.List;
import org.honbu.incidents.Outcome;
import org.honbu.incidents.TakeOutcome;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;

/**
 * Who announces and how often.
 *
 * <p>Each act is one transaction or joins the caller's; refusals are values. Who may: the commander
 * (an announcer may hand over to another, too).
 */
public interface Announcing {

  /**
   * 「ユーザーアナウンスは xx さんに任せました」: the commander names the announcer, who owns what is to be written
   * from now on (T12).
   */
  TakeOutcome assign(IncidentId incident, PersonId announcer, PersonId by);

  /**
   * Who could announce, whom to ask first at the top: customer support on shift, which is the
   * default; then who is in customer support and takes part in the incident; then everybody else in
   * customer support, and everybody else (DOMAIN 2.9). Nobody announces by being the default:
   * somebody says by name who does, or takes it.
   */
  List<Candidate> candidates(IncidentId incident);

  /**
   * Lets users wait longer for the next message, at this severity. Never within the first hour of
   * the room, and not before and not longer than the table {@code UpdateCadence} allows. What was
   * promised already is kept.
   *
   * @param within whole minutes, from what the table says to its longest
   * @throws org.honbu.kernel.ProblemException {@code HB-6004} when it is neither
   */
  Outcome lengthen(IncidentId incident, Duration within, PersonId by);

  /**
   * Whether those who have to be told by now know nothing yet, whatever others were told; or only
   * that it is over, when it is not.
   */
  boolean owesTheFirst(IncidentId incident);

  /** How long users may go without hearing from us, as things stand. */
  Pace pace(IncidentId incident);

  /**
   * The rhythm of messages.
   *
   * @param within between one message and the next
   * @param longest what the commander may make of it
   * @param mayLengthen whether they may now
   */
  record Pace(Duration within, Duration longest, boolean mayLengthen) {}

  /**
   * Somebody who could announce here now, and does not yet.
   *
   * @param fit why they stand where they stand
   */
  record Candidate(PersonId person, Fit fit) {}

  /** How near somebody is to what users say, the nearest first. */
  enum Fit {
    /** Customer support, and on call now for a team of theirs: the default. */
    ON_SHIFT,
    /** Customer support, and takes part in the incident already. */
    TAKES_PART,
    /** Customer support. */
    SUPPORT,
    /** Role announcer, and no more. */
    ANNOUNCER
  }
}
