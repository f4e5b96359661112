package org.honbu.incidents;

import java.time.Instant;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.outbox.Fact;

/** Whoever did it took it back; the record is where it was before. */
public record TakenBack(IncidentId incident, Kind kind, Undoable act, PersonId by, Instant at)
    implements Fact {}
