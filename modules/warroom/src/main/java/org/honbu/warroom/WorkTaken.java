package org.honbu.warroom;

import java.time.Instant;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.outbox.Fact;

/** Somebody took a piece of work, or the lead of a topic. */
public record WorkTaken(IncidentId incident, Kind kind, PersonId person, Instant at)
    implements Fact {}
