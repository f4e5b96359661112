package org.honbu.incidents;

import org.honbu.kernel.Words;

/** How much customers suffer, 1 worst (DOMAIN 1.3). Never about the cause. */
public enum Severity {
  SEV1(1, "致命的", "Critical"),
  SEV2(2, "重大", "Major"),
  SEV3(3, "中", "Moderate"),
  SEV4(4, "軽微", "Minor"),
  SEV5(5, "参考", "Cosmetic");

  private final int level;
  private final String ja;
  private final String en;

  Severity(int level, String ja, String en) {
    this.level = level;
    this.ja = ja;
    this.en = en;
  }

  /** 1 to 5, as processes and decision tables carry it. */
  @SuppressWarnings("EnumOrdinal") // the order is the meaning
  public int level() {
    return level;
  }

  /**
   * The severity of that level.
   *
   * @param level 1 to 5
   */
  public static Severity of(int level) {
    return values()[level - 1];
  }

  public Words label() {
    return new Words(ja, en);
  }

  public boolean isWorseThan(Severity other) {
    return compareTo(other) < 0;
  }

  /** Severity 1 or 2: one commander each, announcer apart from commander, people are woken. */
  public boolean isMajor() {
    return this == SEV1 || this == SEV2;
  }
}
