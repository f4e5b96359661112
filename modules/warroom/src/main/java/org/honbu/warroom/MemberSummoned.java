package org.honbu.warroom;

import java.time.Instant;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.outbox.Fact;

/** People are asked to come into the room, by the summons of that number. */
public record MemberSummoned(IncidentId incident, Kind kind, int number, Instant at)
    implements Fact {}
