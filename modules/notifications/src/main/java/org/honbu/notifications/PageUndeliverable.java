package org.honbu.notifications;

import java.time.Instant;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;

/** A fact: no contact point of this person took the call. Published through the outbox. */
public record PageUndeliverable(
    Kind kind, IncidentId incident, String runId, int step, PersonId person, Instant at) {}
