package org.honbu.incidents;

import java.time.Instant;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.outbox.Fact;

/** The commander asked somebody to take over. */
public record HandoverOffered(
    IncidentId incident, Kind kind, PersonId from, PersonId successor, Instant at)
    implements Fact {}
