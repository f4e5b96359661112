package org.honbu.incidents;

import java.time.Instant;
import java.util.UUID;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.outbox.Fact;

/** Somebody did something to what runs, and it concerns the incident. */
public record ActivityHeard(IncidentId incident, Kind kind, UUID activity, Instant at)
    implements Fact {}
