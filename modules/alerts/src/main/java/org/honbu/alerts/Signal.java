package org.honbu.alerts;

import java.time.Instant;
import java.util.Optional;
import org.honbu.incidents.Impact;

/**
 * One thing monitoring keeps saying about an incident.
 *
 * @param fingerprint what makes two notices the same signal, within one integration's group
 * @param labels as {@code name=value} pairs, at most 2,000 characters
 * @param times how often it was heard; up to 1 s late
 * @param clearedAt when monitoring took it back
 */
public record Signal(
    String integration,
    String fingerprint,
    String title,
    String labels,
    Impact.Urgency urgency,
    Instant firstAt,
    Instant lastAt,
    long times,
    Optional<Instant> clearedAt) {}
