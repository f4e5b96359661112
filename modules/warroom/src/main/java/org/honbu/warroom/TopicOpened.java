package org.honbu.warroom;

import java.time.Instant;
import java.util.UUID;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.outbox.Fact;

/** A topic was split off. */
public record TopicOpened(IncidentId incident, Kind kind, UUID topic, Instant at) implements Fact {}
