package org.honbu.warroom;

import java.time.Instant;
import org.honbu.kernel.PersonId;

/**
 * Somebody in the room.
 *
 * @param note what they know or can do, in their own words; may be empty, at most 200 characters
 */
public record Member(PersonId person, Stance stance, String note, Instant since) {}
