package org.honbu.people;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What of somebody's commanding counts when the next commander is looked for. How long somebody has
 * been with the company is no part of it (T19).
 *
 * @param commands how many real incidents they held command of, begun within twelve months; acting
 *     commands are left out
 * @param commanded how long they commanded real incidents within thirty days, acting included; time
 *     in which they commanded two counts once
 * @param last when they last began to hold command, real or drill; empty when it is not on record
 *     within twelve months
 */
public record CommandHistory(int commands, Duration commanded, Optional<Instant> last) {

  /** Of somebody who has never commanded. */
  public static final CommandHistory NONE = new CommandHistory(0, Duration.ZERO, Optional.empty());
}
