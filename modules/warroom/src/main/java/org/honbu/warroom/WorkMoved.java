package org.honbu.warroom;

import java.time.Instant;
import java.util.UUID;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.outbox.Fact;

/** A piece of work was given, answered, reported or stopped, or has another time box. */
public record WorkMoved(IncidentId incident, Kind kind, UUID work, Instant at) implements Fact {}
