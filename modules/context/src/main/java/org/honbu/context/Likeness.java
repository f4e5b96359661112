package org.honbu.context;

import org.honbu.kernel.Words;

/** Why two incidents are held to be alike, and how much each reason weighs; 100 together. */
public enum Likeness {
  COMPONENT(40, "同じコンポーネント", "Same component"),
  ALERT(25, "同じアラート", "Same alert"),
  LABELS(10, "ラベルが似ている", "Similar labels"),
  WORDING(15, "件名が似ている", "Similar title"),
  RECENCY(10, "最近のこと", "Recent");

  private final int most;
  private final String ja;
  private final String en;

  Likeness(int most, String ja, String en) {
    this.most = most;
    this.ja = ja;
    this.en = en;
  }

  /** Points at most. */
  public int most() {
    return most;
  }

  public Words label() {
    return new Words(ja, en);
  }
}
