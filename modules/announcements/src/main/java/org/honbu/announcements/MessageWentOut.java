package org.honbu.announcements;

import java.time.Instant;
import org.honbu.kernel.IncidentId;
import org.honbu.outbox.Fact;

/** Somebody was told something: users, those whom support tells, or those inside. */
public record MessageWentOut(IncidentId incident, Audience audience, Instant at) implements Fact {}
