package org.honbu.incidents;

import java.time.Instant;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.outbox.Fact;

/** What is known of harm to data or security has changed; the clocks of the law begin with it. */
public record DataSecurityRated(
    IncidentId incident, Kind kind, Impact.DataSecurity from, Impact.DataSecurity to, Instant at)
    implements Fact {}
