package org.honbu.people;

import org.honbu.kernel.Words;

/** How far somebody has come towards commanding (GL-79, DOMAIN 3.8), from the first step up. */
public enum Level {
  L0("未経験", "New"),
  L1("見学済", "Has looked on"),
  L2("対応経験", "Has responded"),
  L3("シャドー", "Shadow"),
  L4("訓練コマンダー", "Commands in drills"),
  L5("認定", "Qualified to command"),
  L6("コーチ", "Coach");

  private final String ja;
  private final String en;

  Level(String ja, String en) {
    this.ja = ja;
    this.en = en;
  }

  public Words label() {
    return new Words(ja, en);
  }
}
