package org.honbu.warroom;

import java.time.Instant;
import java.util.Optional;
import org.honbu.incidents.IncidentState;
import org.honbu.incidents.PublicPhase;
import org.honbu.incidents.Severity;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.Words;

/**
 * What a read-only link shows: state, impact, when there is news (DOMAIN TP-5), and who leads.
 *
 * @param title what is wrong, without anybody's name
 * @param next when there is news at the latest: for users, else for the room
 * @param linkEnds until when the link works if nothing changes
 */
public record SharedView(
    IncidentId incident,
    Kind kind,
    Words title,
    IncidentState state,
    Optional<Severity> severity,
    Words impact,
    Instant since,
    Optional<Instant> mitigatedAt,
    Optional<Instant> resolvedAt,
    Optional<Words> commander,
    Optional<Words> announcer,
    PublicPhase users,
    Optional<Instant> usersToldAt,
    Optional<Instant> next,
    Instant linkEnds) {}
