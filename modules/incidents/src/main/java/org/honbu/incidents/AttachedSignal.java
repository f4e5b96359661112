package org.honbu.incidents;

import java.time.Instant;

/**
 * A signal beneath an incident, however often it came.
 *
 * @param crying whether its system has not taken it back
 */
public record AttachedSignal(
    Source source,
    String fingerprint,
    String summary,
    int received,
    Instant firstAt,
    Instant lastAt,
    boolean crying) {}
