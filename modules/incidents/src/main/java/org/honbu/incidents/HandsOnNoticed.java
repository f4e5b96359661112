package org.honbu.incidents;

import java.time.Instant;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.outbox.Fact;

/**
 * There is a sign that the commander's own hands are at work, or it is time to weigh the signs
 * again.
 *
 * @param epoch whose term of command it is; another's signs say nothing of the present commander
 */
public record HandsOnNoticed(IncidentId incident, Kind kind, int epoch, Instant at)
    implements Fact {}
