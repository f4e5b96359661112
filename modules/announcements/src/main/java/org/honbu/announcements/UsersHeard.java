package org.honbu.announcements;

import java.time.Instant;
import org.honbu.kernel.IncidentId;
import org.honbu.outbox.Fact;

/**
 * Support has counted anew how many users report it; what was counted is {@link UserFeedback}'s.
 */
public record UsersHeard(IncidentId incident, Instant at) implements Fact {}
