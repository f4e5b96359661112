package org.honbu.incidents;

import java.time.Instant;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.outbox.Fact;

/**
 * The incident was part of another by mistake and is one of its own again.
 *
 * @param mergedAt since when it had been part of it
 */
public record IncidentParted(
    IncidentId incident, Kind kind, IncidentId from, Instant mergedAt, Instant at)
    implements Fact {}
