package org.honbu.incidents;

import java.time.Instant;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.outbox.Fact;

/** Somebody left words for the announcer, and for nobody else. */
public record AnnouncerTold(IncidentId incident, Kind kind, PersonId from, Instant at)
    implements Fact {}
