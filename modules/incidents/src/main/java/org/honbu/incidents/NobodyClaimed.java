package org.honbu.incidents;

import java.time.Instant;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.outbox.Fact;

/**
 * Nobody took command in time, so whoever stood in commands (TM12, {@code ESC_NO_COMMANDER}): a gap
 * of the process, not of that person.
 */
public record NobodyClaimed(IncidentId incident, Kind kind, PersonId commander, Instant at)
    implements Fact {}
