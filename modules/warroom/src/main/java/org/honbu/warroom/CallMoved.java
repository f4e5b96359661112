package org.honbu.warroom;

import java.time.Instant;
import java.util.UUID;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.outbox.Fact;

/** A volunteer call began or ended, or somebody said that they are free. */
public record CallMoved(IncidentId incident, Kind kind, UUID call, Instant at) implements Fact {}
