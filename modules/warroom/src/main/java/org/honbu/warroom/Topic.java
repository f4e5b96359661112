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
 * @param call where to talk
 * @param floor whether it is what the main call talks about now
 * @param nextReport when the lead reports
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
    Instant nextReport) {}
