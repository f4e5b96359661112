package org.honbu.incidents;

import java.time.Instant;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.outbox.Fact;

/** No signal of the incident cries any more. */
public record SignalsCleared(IncidentId incident, Kind kind, Instant at) implements Fact {}
