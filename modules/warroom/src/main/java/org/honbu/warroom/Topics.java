package org.honbu.warroom;

import java.util.List;
import java.util.UUID;
import org.honbu.incidents.Outcome;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;

/**
 * Questions that are talked about in side rooms, one at a time on the floor (DOMAIN 2.14, T14).
 *
 * <p>The commander {@linkplain #split splits} a topic off and asks a responder to lead it; who is
 * asked {@linkplain #accept accepts} within two minutes, or the commander {@linkplain #appoint
 * chooses another}. The lead {@linkplain #report reports} in writing, and the lead or the commander
 * {@linkplain #close closes} it with a result. Everybody is in one topic at most: unity of command.
 * All of it ends with the room.
 *
 * <p>Each act is one transaction or joins the caller's, takes the incident's lock first, writes the
 * timeline, and makes the process agree. A refusal is a value, and written down, too.
 */
public interface Topics {

  /** Those that are open, oldest first; none once the room is closed. */
  List<Topic> open(IncidentId incident);

  /** Those that were closed with a result, oldest first. */
  List<ClosedTopic> closed(IncidentId incident);

  /** What was put off and not taken up yet, oldest first. */
  List<ParkedSubject> parked(IncidentId incident);

  /** How many people report to the commander; nobody, once the room is closed. */
  SpanOfControl span(IncidentId incident);

  /**
   * The commander splits a topic off. The lead has the role {@code responder}, does not command and
   * leads no other topic.
   */
  Outcome split(IncidentId incident, TopicWish wish, PersonId by);

  /** Whoever is asked takes the lead, and leaves the topic they were in. */
  Outcome accept(IncidentId incident, UUID topic, PersonId by);

  /** Whoever is asked cannot, or the lead steps down: free, and without a reason. */
  Outcome decline(IncidentId incident, UUID topic, PersonId by);

  /** The commander asks another person to lead a topic that has no lead. */
  Outcome appoint(IncidentId incident, UUID topic, PersonId lead, PersonId by);

  /** Goes into the topic, out of any other. Not the commander, not who leads another. */
  Outcome join(IncidentId incident, UUID topic, PersonId by);

  /** Goes back to the main room. */
  Outcome leave(IncidentId incident, PersonId by);

  /** The lead reports, which sets the time of the next report. */
  Outcome report(IncidentId incident, UUID topic, TopicReport said, PersonId by);

  /**
   * The lead or the commander closes the topic.
   *
   * @param answer what was found, or what the main room has to know, 1 to 300 characters
   */
  Outcome close(IncidentId incident, UUID topic, TopicResult result, String answer, PersonId by);

  /** The commander makes it what the main call talks about; what was it before is not any more. */
  Outcome putOnFloor(IncidentId incident, UUID topic, PersonId by);

  /** The main call talks about the incident as a whole again. */
  Outcome clearFloor(IncidentId incident, PersonId by);

  /** Anybody puts a subject off, so that it is neither talked about now nor forgotten. */
  Outcome park(IncidentId incident, String subject, PersonId by);

  /** The commander takes it off the list. */
  Outcome takeUp(IncidentId incident, UUID parked, PersonId by);
}
