package org.honbu.alerts;

import java.time.Instant;

/**
 * A monitoring system that may knock.
 *
 * @param id stands in the address, {@code /api/v1/alerts/<id>}: 1 to 48 lower-case letters, digits
 *     or hyphens
 */
public record Integration(String id, String name, Instant since) {}
