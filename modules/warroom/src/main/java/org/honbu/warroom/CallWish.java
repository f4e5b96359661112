package org.honbu.warroom;

import java.time.Duration;

/**
 * What hands are wanted for.
 *
 * @param what what shall be known or done at the end, 1 to 200 characters
 * @param skill what they should know, at most 80 characters, may be empty
 * @param box how long it will take them, 3 to 60 minutes
 */
public record CallWish(WorkKind kind, String what, String skill, Duration box) {}
