package org.honbu.incidents;

import java.time.Instant;
import java.util.Optional;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.TeamId;
import org.honbu.outbox.Fact;

/** Somebody or something declared an incident. */
public record IncidentDeclared(
    IncidentId incident,
    Kind kind,
    Source source,
    TeamId team,
    Optional<String> component,
    Instant at)
    implements Fact {}
