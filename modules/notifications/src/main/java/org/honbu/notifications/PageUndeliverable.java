package org.honbu.notifications;

import java.time.Instant;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.outbox.Fact;

/** No contact point of this person took the call: the caller goes on to the next level. */
public record PageUndeliverable(
    Kind kind, IncidentId incident, String runId, int step, PersonId person, Instant at)
    implements Fact {}
