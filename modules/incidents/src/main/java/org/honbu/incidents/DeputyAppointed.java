package org.honbu.incidents;

import java.time.Instant;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.outbox.Fact;

/** The commander has a deputy. */
public record DeputyAppointed(IncidentId incident, Kind kind, PersonId deputy, Instant at)
    implements Fact {}
