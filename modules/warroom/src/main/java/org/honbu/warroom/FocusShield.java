package org.honbu.warroom;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;

/**
 * Lets people concentrate (T16): whoever works within an accepted time box hears from the commander
 * and the lead of their topic, and everybody else is told whom to ask instead.
 */
public interface FocusShield {

  /** What shields the person now; empty when nothing does. */
  Optional<Shield> over(IncidentId incident, PersonId person);

  /** Everybody who concentrates now, and what shields them. */
  Map<PersonId, Shield> over(IncidentId incident);

  /**
   * A message to somebody in the incident, for their eyes only. One transaction.
   *
   * @param text 1 to 500 characters
   * @throws org.honbu.kernel.ProblemException 404 {@code HB-8029} when there is nobody of that name
   */
  Answer ask(IncidentId incident, PersonId whom, String text, PersonId by);

  /**
   * Somebody concentrates.
   *
   * @param instead who answers for them: the announcer, else the deputy, else the commander
   * @param until when their time box ends
   */
  record Shield(PersonId instead, Instant until) {}

  /** What became of a message. */
  sealed interface Answer {
    /** It got through. */
    record PassedOn() implements Answer {}

    /** They were not disturbed; the sentence says whom to ask. */
    record AskInstead(PersonId whom, Words words) implements Answer {}
  }
}
