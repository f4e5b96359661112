package org.honbu.incidents;

import java.time.Instant;
import java.util.Optional;

/**
 * When things happened (DOMAIN ME-0).
 *
 * @param commanderAt when the first qualified commander took command
 */
public record Times(
    Optional<Instant> startedAt,
    Instant detectedAt,
    Instant declaredAt,
    Optional<Instant> acknowledgedAt,
    Optional<Instant> roomOpenedAt,
    Optional<Instant> commanderAt,
    Optional<Instant> firstAnnouncedAt,
    Optional<Instant> identifiedAt,
    Optional<Instant> mitigatedAt,
    Optional<Instant> monitoringAt,
    Optional<Instant> resolvedAt,
    Optional<Instant> closedAt) {}
