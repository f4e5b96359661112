package org.honbu.escalation;

import java.util.Collection;
import java.util.List;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.notifications.AnswerDesk.Choice;
import org.honbu.notifications.AnswerDesk.Outcome;

/**
 * Calls people level by level until one answers.
 *
 * <p>Each method is one transaction or joins the caller's. The lock of a run is taken before the
 * incident's.
 */
public interface Escalation {

  /**
   * Answers the incident's calls, through whatever door. The first “I have it” stops every call of
   * the incident; a later one hears who has it. “Not now” calls the next level at once.
   *
   * <p>At severity 1 a commander of the schedule, who is called beside the chain, answers with
   * command: the room opens, and the calls go on until somebody of the chain answers (A59).
   *
   * <p>Repeating it does nothing twice. When it loses a race against a timer it fails and leaves
   * nothing; the doors of this module then try again by themselves.
   *
   * @param by who answers; the door asks {@link #mayAnswer} first, unless a signed link is the key
   */
  Outcome answer(IncidentId incident, Choice choice, PersonId by);

  /** Whether they were called, or respond here anyway; changes nothing. */
  boolean mayAnswer(IncidentId incident, PersonId person);

  /** Every run of the incident, oldest first: who was called, on which level, who answered. */
  List<Calls> calls(IncidentId incident);

  /** The runs of any of these incidents that ring now, oldest first; asked for together. */
  List<Calls> ringing(Collection<IncidentId> incidents);
}
