package org.honbu.incidents;

import java.time.Instant;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.outbox.Fact;

/** Command changed hands, or its standing changed. */
public record CommandTaken(
    IncidentId incident,
    Kind kind,
    PersonId from,
    PersonId to,
    Standing standing,
    int epoch,
    Instant at)
    implements Fact {}
