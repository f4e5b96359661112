package org.honbu.incidents;

import java.time.Instant;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.outbox.Fact;

/**
 * Somebody is asked to take over command, or takes it.
 *
 * @param number which handover of the incident
 */
public record HandoverBegan(IncidentId incident, Kind kind, int number, PersonId by, Instant at)
    implements Fact {}
