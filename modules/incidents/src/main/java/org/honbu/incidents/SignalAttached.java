package org.honbu.incidents;

import java.time.Instant;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.outbox.Fact;
import org.honbu.outbox.OneWaits;

/** Another signal came in beneath an incident. In a storm of them one waits to be looked at. */
@OneWaits
public record SignalAttached(IncidentId incident, Kind kind, Source source, Instant at)
    implements Fact {}
