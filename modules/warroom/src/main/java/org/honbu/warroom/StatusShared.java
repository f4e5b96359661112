package org.honbu.warroom;

import java.time.Instant;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.outbox.Fact;

/**
 * The room was told how it stands.
 *
 * @param nextAt when it hears again
 */
public record StatusShared(IncidentId incident, Kind kind, Instant nextAt, Instant at)
    implements Fact {}
