package org.honbu.incidents;

import java.time.Instant;
import java.util.Optional;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.outbox.Fact;

/** The severity was rated or changed; {@code from} is empty the first time. */
public record SeverityRated(
    IncidentId incident, Kind kind, Optional<Severity> from, Severity to, Instant at)
    implements Fact {}
