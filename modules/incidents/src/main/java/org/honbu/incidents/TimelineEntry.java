package org.honbu.incidents;

import java.time.Instant;
import org.honbu.kernel.Actor;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.Words;

/**
 * One line of what happened; never changed afterwards.
 *
 * @param type what it was, for icons and filters: {@code declared}, {@code rated}, {@code
 *     command-taken}, {@code refused}…
 * @param words the sentence, with the names people had then
 */
public record TimelineEntry(
    IncidentId incident, Instant at, Actor actor, String type, Words words, Kind kind) {}
