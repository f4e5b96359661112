package org.honbu.incidents;

import java.time.Instant;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.outbox.Fact;

/** The war room opened, with an acting commander. */
public record RoomOpened(IncidentId incident, Kind kind, PersonId acting, Instant at)
    implements Fact {}
