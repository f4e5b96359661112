package org.honbu.learning;

import java.time.Instant;
import java.util.UUID;
import org.honbu.kernel.IncidentId;
import org.honbu.outbox.Fact;

/** An action item was agreed upon, changed, done or waived. */
public record ActionItemMoved(IncidentId incident, UUID item, Instant at) implements Fact {}
