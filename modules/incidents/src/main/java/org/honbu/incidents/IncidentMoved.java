package org.honbu.incidents;

import java.time.Instant;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.outbox.Fact;

/** The incident changed its state. */
public record IncidentMoved(
    IncidentId incident, Kind kind, IncidentState from, IncidentState to, Instant at)
    implements Fact {}
