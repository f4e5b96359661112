package org.honbu.incidents;

import org.honbu.kernel.Words;

/** What the public was told last, in the words of status pages. */
public enum PublicPhase {
  NONE("まだ何も", "Nothing yet"),
  INVESTIGATING("調査中", "Investigating"),
  IDENTIFIED("原因がわかりました", "Identified"),
  MONITORING("経過を見ています", "Monitoring"),
  RESOLVED("復旧しました", "Resolved");

  private final String ja;
  private final String en;

  PublicPhase(String ja, String en) {
    this.ja = ja;
    this.en = en;
  }

  /** Whether the public waits to hear how it ended. */
  public boolean isUnderWay() {
    return switch (this) {
      case INVESTIGATING, IDENTIFIED, MONITORING -> true;
      case NONE, RESOLVED -> false;
    };
  }

  public Words label() {
    return new Words(ja, en);
  }
}
