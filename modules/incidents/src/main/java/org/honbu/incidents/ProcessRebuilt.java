package org.honbu.incidents;

import java.time.Instant;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.outbox.Fact;

/** The incident's process was started anew where its record stands. */
public record ProcessRebuilt(IncidentId incident, Kind kind, Instant at) implements Fact {}
