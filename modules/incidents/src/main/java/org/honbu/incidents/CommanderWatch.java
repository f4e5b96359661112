package org.honbu.incidents;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.honbu.kernel.PersonId;

/**
 * How whoever commands is doing, as far as Honbu can see.
 *
 * @param since when this term of theirs began
 * @param lastSeen their last sign of any kind: an act, a look at the incident's page, Tasklist
 * @param weighAgainAt when the signs that are there will weigh more by the mere passing of time
 * @param open what they were asked and have not answered
 * @param deputy who stands beside them
 * @param couldTakeOver whom to propose as successor: the deputy, else who is free and qualified;
 *     nobody is looked for while they are asked nothing
 */
public record CommanderWatch(
    PersonId commander,
    Standing standing,
    int epoch,
    Instant since,
    Instant lastSeen,
    Optional<Instant> weighAgainAt,
    List<CareQuestion> open,
    Optional<PersonId> deputy,
    Optional<PersonId> couldTakeOver) {

  public Optional<CareQuestion> open(CareQuestion.Why why) {
    return open.stream().filter(question -> question.why() == why).findFirst();
  }
}
