package org.honbu.people;

import java.time.Instant;
import java.util.UUID;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;

/**
 * Something small that somebody finished in a real incident, without having to know how.
 *
 * @param id of the task as they took it, so that it counts once
 * @param what they did; at most 100 characters
 */
public record Contribution(UUID id, PersonId person, IncidentId incident, Words what, Instant at) {}
