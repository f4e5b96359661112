package org.honbu.people;

import java.util.Arrays;
import java.util.Optional;
import org.honbu.kernel.Words;

/** The rungs of the escalation chain, in the order they are climbed (DOMAIN 2.3). */
public enum OnCallLevel {
  /** L1: whose week it is. */
  PRIMARY(1, "第 1 段（当番）", "Level 1 (on call)"),
  /** L2: who stands behind them. */
  SECONDARY(2, "第 2 段（控え）", "Level 2 (backup)"),
  /** L3: everybody in the team, at once. */
  WHOLE_TEAM(3, "第 3 段（チーム全員）", "Level 3 (whole team)"),
  /** L4: whose week it is to command. */
  COMMANDERS(4, "第 4 段（コマンダー当番）", "Level 4 (commander on call)"),
  /** L5: the process owners, the last rung. */
  PROCESS_OWNERS(5, "第 5 段（プロセスオーナー）", "Level 5 (process owners)");

  private final int number;
  private final String ja;
  private final String en;

  OnCallLevel(int number, String ja, String en) {
    this.number = number;
    this.ja = ja;
    this.en = en;
  }

  /** As people speak of it: 「第 1 段（当番）」. */
  public Words label() {
    return new Words(ja, en);
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
