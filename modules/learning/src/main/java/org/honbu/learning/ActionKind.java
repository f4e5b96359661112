package org.honbu.learning;

import org.honbu.kernel.Words;

/** What an action item changes (DOMAIN 2.10). */
public enum ActionKind {
  PREVENT("防ぐ", "Prevent"),
  DETECT("早く気づく", "Detect"),
  MITIGATE("早く止める", "Mitigate"),
  PROCESS("進め方", "Process"),
  TRAINING("訓練", "Training");

  private final String ja;
  private final String en;

  ActionKind(String ja, String en) {
    this.ja = ja;
    this.en = en;
  }

  public Words label() {
    return new Words(ja, en);
  }
}
