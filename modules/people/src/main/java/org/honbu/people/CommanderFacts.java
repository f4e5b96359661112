package org.honbu.people;

import java.util.Optional;
import org.honbu.kernel.PersonId;

/**
 * What is known of somebody who may come into question as commander.
 *
 * @param onSchedule whether it is their turn on the commander schedule
 * @param reachable whether there is any way to reach them
 * @param ownsComponent whether what is affected belongs to a team of theirs; empty when nobody
 *     knows what is affected
 */
public record CommanderFacts(
    PersonId person,
    Eligibility eligibility,
    boolean onSchedule,
    boolean reachable,
    CommandHistory history,
    Optional<Boolean> ownsComponent) {}
