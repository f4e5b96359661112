package org.honbu.people;

import java.util.Arrays;
import java.util.Optional;

/** The rungs of the escalation chain, in the order they are climbed (DOMAIN 2.3). */
public enum OnCallLevel {
  /** L1: whose week it is. */
  PRIMARY(1),
  /** L2: who stands behind them. */
  SECONDARY(2),
  /** L3: everybody in the team, at once. */
  WHOLE_TEAM(3),
  /** L4: whose week it is to command. */
  COMMANDERS(4),
  /** L5: the process owners, the last rung. */
  PROCESS_OWNERS(5);

  private final int number;

  OnCallLevel(int number) {
    this.number = number;
  }

  /** 1 for the first rung. */
  public int number() {
    return number;
  }

  /** The rung of that number, empty beyond the last. */
  public static Optional<OnCallLevel> of(int number) {
    return Arrays.stream(values()).filter(level -> level.number == number).findFirst();
  }
}
