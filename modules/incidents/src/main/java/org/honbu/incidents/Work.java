package org.honbu.incidents;

import org.honbu.kernel.Words;

/** What people do to what runs, as integrations tell of it. */
public enum Work {
  DEPLOY("デプロイ", "deployment"),
  ROLLBACK("ロールバック", "rollback"),
  FEATURE_FLAG("フィーチャーフラグの変更", "change of a feature flag"),
  KUBECTL("kubectl の実行", "kubectl"),
  SSH("SSH での作業", "work by SSH");

  private final String ja;
  private final String en;

  Work(String ja, String en) {
    this.ja = ja;
    this.en = en;
  }

  public Words label() {
    return new Words(ja, en);
  }

  /** Whether everybody's system is another one afterwards; such work is asked for first (RO-8). */
  public boolean changesWhatRuns() {
    return this == DEPLOY || this == ROLLBACK;
  }
}
