package org.honbu.warroom;

import java.time.Instant;
import org.honbu.kernel.PersonId;

/**
 * What the room was told: conditions, actions, needs (FM-9).
 *
 * @param nextAt when the next one comes; a promise that outlives a handover
 */
public record StatusUpdate(
    int number,
    String conditions,
    String actions,
    String needs,
    PersonId by,
    Instant at,
    Instant nextAt) {}
