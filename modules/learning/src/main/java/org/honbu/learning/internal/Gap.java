package org.honbu.learning.internal;

import org.honbu.kernel.Words;
import org.honbu.learning.ActionKind;

/** What the response itself lacked: it becomes an action item at once, before any review. */
enum Gap {
  /** TM12: an action item for the process, not for the person who stood in. */
  NO_COMMANDER(
      ActionKind.PROCESS,
      "{0} で指揮を引き受ける人が 10 分間いませんでした。当番と資格者の空きを埋めます",
      "Nobody took command of {0} within 10 minutes: close the gap in who is on duty and qualified");

  private final ActionKind kind;
  private final String ja;
  private final String en;

  Gap(ActionKind kind, String ja, String en) {
    this.kind = kind;
    this.ja = ja;
    this.en = en;
  }

  ActionKind kind() {
    return kind;
  }

  Words what() {
    return new Words(ja, en);
  }
}
