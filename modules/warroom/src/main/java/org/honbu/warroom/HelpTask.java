package org.honbu.warroom;

import java.util.Arrays;
import java.util.Optional;
import org.honbu.kernel.Words;

/**
 * What somebody can do on their first time in a war room (DOMAIN 2.4). None of them changes what
 * runs, so none needs an assignment.
 */
public enum HelpTask {
  COUNT_REPORTS("問い合わせの件数を数える", "Count the customer reports"),
  WATCH_DASHBOARD("ダッシュボードを一つ見張る", "Watch one dashboard"),
  REPRODUCE("検証環境で再現を試す", "Try to reproduce it on staging"),
  CHECK_DEPLOYS("最近の変更を調べる", "Look through the recent deploys"),
  KEEP_TIMELINE("時系列を書き留める", "Keep the timeline");

  private final String ja;
  private final String en;

  HelpTask(String ja, String en) {
    this.ja = ja;
    this.en = en;
  }

  public Words label() {
    return new Words(ja, en);
  }

  /** The one of that name. */
  public static Optional<HelpTask> named(String name) {
    return Arrays.stream(values()).filter(task -> task.name().equals(name)).findFirst();
  }
}
