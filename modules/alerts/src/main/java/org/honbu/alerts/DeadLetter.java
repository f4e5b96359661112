package org.honbu.alerts;

import java.time.Instant;
import java.util.UUID;
import org.honbu.kernel.Words;

/**
 * A notice that came with a right key and could not be read. Nothing was done with it; somebody has
 * to look.
 *
 * @param reason names the line and the field
 * @param times how often the same words came
 */
public record DeadLetter(
    UUID id, String integration, Words reason, Instant firstAt, Instant lastAt, long times) {}
