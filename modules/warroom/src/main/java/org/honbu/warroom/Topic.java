package org.honbu.warroom;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.honbu.kernel.PersonId;

/**
 * A side room for one question.
 *
 * @param name Alpha, Bravo, …, given by the room
 * @param question 1 to 200 characters
 * @param lead who leads it; who was asked last, while nobody does
 * @param members who is in it, the lead too, first come first
 * @param call where to talk
 * @param floor whether it is what the main call talks about now
 * @param nextReport when the lead reports; counts only while it is led
 * @param thread what its text thread is called
 */
public record Topic(
    UUID id,
    String name,
    String question,
    PersonId lead,
    List<PersonId> members,
    Optional<String> call,
    boolean floor,
    Instant since,
    Instant nextReport,
    State state,
    String thread) {

  /** Who holds it together. */
  public enum State {
    /** Somebody is asked to lead it. */
    ASKED,
    /** It has its lead. */
    LED,
    /** Whoever was asked cannot, or has left: the commander chooses another. */
    LEADERLESS
  }
}
