package org.honbu.incidents;

import java.time.Instant;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.outbox.Fact;

/** Somebody said what it is. */
public record IncidentTriaged(IncidentId incident, Kind kind, PersonId by, Instant at)
    implements Fact {}
