package org.honbu.incidents;

import java.time.Instant;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.outbox.Fact;

/** The incident became private, or open to everybody again. */
public record PrivacyChanged(IncidentId incident, Kind kind, boolean isPrivate, Instant at)
    implements Fact {}
