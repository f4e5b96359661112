package org.honbu.incidents;

import java.time.Instant;
import java.util.Optional;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.TeamId;

/** An incident as one line of the board. */
public record BoardRow(
    IncidentId id,
    String what,
    Kind kind,
    IncidentState state,
    Optional<Severity> severity,
    Optional<String> component,
    TeamId team,
    Room room,
    Optional<PersonId> answeredBy,
    Optional<PersonId> commander,
    Optional<Standing> standing,
    Optional<PersonId> announcer,
    Instant declaredAt,
    Optional<Instant> resolvedAt) {}
