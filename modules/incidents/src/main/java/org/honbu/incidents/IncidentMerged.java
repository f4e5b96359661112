package org.honbu.incidents;

import java.time.Instant;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.outbox.Fact;

/** The incident became part of another. */
public record IncidentMerged(IncidentId incident, Kind kind, IncidentId into, Instant at)
    implements Fact {}
