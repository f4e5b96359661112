package org.honbu.warroom;

import java.time.Instant;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.outbox.Fact;

/** Somebody came into the room, or helps there in another way than before. */
public record MemberJoined(IncidentId incident, Kind kind, PersonId person, Instant at)
    implements Fact {}
