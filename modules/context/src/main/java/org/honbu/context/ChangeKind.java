package org.honbu.context;

import java.util.Optional;
import org.honbu.incidents.Work;
import org.honbu.kernel.Words;
import org.jspecify.annotations.Nullable;

/** What kind of change was made to what runs. */
public enum ChangeKind {
  DEPLOY("デプロイ", "Deployment", Work.DEPLOY),
  ROLLBACK("ロールバック", "Rollback", Work.ROLLBACK),
  FEATURE_FLAG("フィーチャーフラグ", "Feature flag", Work.FEATURE_FLAG),
  CONFIG("設定変更", "Configuration", null),
  MIGRATION("マイグレーション", "Migration", null);

  private final String ja;
  private final String en;
  private final Optional<Work> work;

  ChangeKind(String ja, String en, @Nullable Work work) {
    this.ja = ja;
    this.en = en;
    this.work = Optional.ofNullable(work);
  }

  public Words label() {
    return new Words(ja, en);
  }

  /**
   * What it is called where people's own work is watched; empty for what no person does by hand.
   */
  public Optional<Work> work() {
    return work;
  }
}
