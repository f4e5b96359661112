package org.honbu.warroom;

import java.time.Duration;
import java.util.Optional;

/**
 * What the room is to know: conditions, actions, needs (FM-9); each 1 to 500 characters.
 *
 * @param nextIn when it hears again, at least 1 min and not later than the table {@code
 *     InternalUpdate} allows, which also says it when this is empty
 */
public record ShareStatus(
    String conditions, String actions, String needs, Optional<Duration> nextIn) {}
