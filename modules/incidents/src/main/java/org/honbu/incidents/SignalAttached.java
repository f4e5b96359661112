package org.honbu.incidents;

import java.time.Instant;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.outbox.Fact;

/** Another signal came in beneath an incident. */
public record SignalAttached(IncidentId incident, Kind kind, Source source, Instant at)
    implements Fact {}
