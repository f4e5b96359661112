package org.honbu.incidents;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.honbu.kernel.Actor;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;

/**
 * The life of an incident, from its declaration to its closure (DOMAIN 1.2).
 *
 * <p>It is {@linkplain #declare declared}, {@linkplain #acknowledge answered} by somebody,
 * {@linkplain #triage triaged}; the cause is {@linkplain #identify found}, the harm {@linkplain
 * #declareMitigated stopped}, which another person {@linkplain #verify verifies}; it is watched,
 * {@linkplain #declareResolved resolved} and, once it is reviewed, {@linkplain #close closed}. On
 * the way it may turn out a {@linkplain #confirmFalseAlarm false alarm} or {@linkplain #merge part
 * of another}.
 *
 * <p>Each method is one transaction (it joins the caller's), takes the incident's row lock, writes
 * the timeline and the fact, and then makes the running process agree: it tells the message or
 * completes the task of the diagram itself, so nobody else has to. A refusal is a value and is
 * written to the timeline. An act that does not fit the state fails with 409 {@code HB-3002} and
 * changes nothing (ST-G4); an unknown number with 404 {@code HB-3001}.
 */
public interface Incidents {

  /**
   * Opens a record and announces {@link IncidentDeclared}; the process follows from that.
   *
   * @return its number, {@code INC-<year>-<nnnn>}
   */
  IncidentId declare(Declaration declaration);

  /**
   * As {@link #attachSignal(IncidentId, Signal, Impact)}, of a signal that says nothing of harm.
   */
  void attachSignal(IncidentId incident, Signal signal);

  /**
   * Puts a signal beneath the incident; the same fingerprint again only counts up. {@link
   * SignalAttached} is announced when it is new or makes the harm worse.
   *
   * @param said the harm it speaks of; a milder one changes nothing
   */
  void attachSignal(IncidentId incident, Signal signal, Impact said);

  /**
   * Notes that a signal has stopped. When none cries any more, {@link SignalsCleared} is announced.
   *
   * @return whether all have stopped now
   */
  boolean clearSignal(IncidentId incident, String fingerprint, Instant at);

  /**
   * A rating by rule: the first always counts, later ones only when they are worse (SV-4).
   *
   * @param reasons the rows that said so, with their words for the timeline
   * @return the severity that counts now
   */
  Severity rate(IncidentId incident, Severity to, List<Reason> reasons, Actor rule);

  /**
   * A rating by a person: anybody raises; only the commander lowers, or who answered while there is
   * no room.
   *
   * @param reason 1 to 500 characters
   */
  Outcome rate(IncidentId incident, Severity to, String reason, PersonId by);

  /**
   * “I have it”: answers the incident, not a task; however late, it stops the calls. The first
   * answerer has the duty on-call.
   */
  AnswerOutcome acknowledge(IncidentId incident, PersonId by);

  /**
   * As {@link #acknowledge}, from inside the task of a diagram that ends with this answer: the
   * process goes on by that task, so no message is told, which would take the task from under it.
   */
  AnswerOutcome acknowledgeByTask(IncidentId incident, PersonId by);

  /** Takes the triage form. Real leads on, a false alarm waits for a second person. */
  Outcome triage(IncidentId incident, Triage triage, PersonId by);

  /** The cause area is known. */
  Outcome identify(IncidentId incident, String cause, PersonId by);

  /** The harm has stopped, says the commander, or who answered while there is no room. */
  Outcome declareMitigated(IncidentId incident, String how, PersonId by);

  /** Another person than the one who declared it confirms that the harm has stopped (A38). */
  Outcome verify(IncidentId incident, PersonId by);

  /** It came back: investigating again, with the same commander. */
  Outcome recurred(IncidentId incident, String what, Actor by);

  /**
   * Steady again, says the commander, or who answered when there never was a room. Closes the room
   * and ends every duty.
   *
   * @return {@link Outcome.NotNow} when the public was told of it and not yet of its end (ST-G2)
   */
  Outcome declareResolved(IncidentId incident, String summary, PersonId by);

  /**
   * Back to investigating, from monitoring or within 24 h of the resolution (ST-G3); later a new
   * incident follows it and links to it.
   *
   * @return the one that is open now
   */
  IncidentId reopen(IncidentId incident, String reason, PersonId by);

  /**
   * A signal cries again: what was resolved only just now is open again (TM02, ST-G3).
   *
   * @param since how long ago it may have been resolved at most
   * @return the incident that is open now; empty when it ended before that, or not by a resolution
   */
  Optional<IncidentId> reopenIfResolvedSince(
      IncidentId incident, Instant since, String what, Actor by);

  /**
   * Nothing is left to do.
   *
   * @return {@link Outcome.NotNow} while {@link OwedReviews a review is owed}: what was resolved
   *     waits for it as {@link IncidentState#POSTMORTEM} (ST-8)
   */
  Outcome close(IncidentId incident, Actor by);

  /** A second person, or the commander, confirms that there was nothing. */
  Outcome confirmFalseAlarm(IncidentId incident, String why, PersonId by);

  /**
   * The triager's false alarm, confirmed because its signals cleared by themselves (DOMAIN 2.2).
   *
   * @return {@link Outcome.NotNow} while a signal still cries
   */
  Outcome confirmFalseAlarmCleared(IncidentId incident, Actor by);

  /**
   * Makes two incidents one: the one with a commander stays, else the older.
   *
   * @return the one that stays
   * @throws org.honbu.kernel.ProblemException 409 {@code HB-3003} for a drill and a real one, 403
   *     {@code HB-3014} for a private one that the person is outside of
   */
  IncidentId merge(IncidentId one, IncidentId other, PersonId by);

  /** The public was told something; {@code firstAnnounceAt} and ST-G2 follow from it. */
  void published(IncidentId incident, PublicPhase phase, Actor by);

  /** The process was lost and starts anew where the record stands, which stays as it is. */
  void processRebuilt(IncidentId incident, Actor by);

  /** Writes a line to the timeline that no other method writes. */
  void note(IncidentId incident, String type, Words words, Actor by);

  /**
   * Whether the person may act as a responder here: the owning team, whoever answered or commands,
   * and everybody who responds by role.
   */
  boolean mayRespond(IncidentId incident, PersonId person);

  /** The open incident that another has been merged into, or itself. */
  Optional<IncidentId> survivor(IncidentId incident);
}
