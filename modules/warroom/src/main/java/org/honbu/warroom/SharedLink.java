package org.honbu.warroom;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;

/**
 * A read-only link.
 *
 * @param address the whole of it; whoever has it may read
 * @param opened how often it was opened
 */
public record SharedLink(
    UUID id,
    IncidentId incident,
    URI address,
    PersonId by,
    Instant madeAt,
    Instant endsAt,
    int opened) {}
