package org.honbu.incidents;

import org.honbu.kernel.Words;

/** What a tired thumb may have pressed: acts that can be taken back for a moment. */
public enum Undoable {
  /** “I have it”: the calls go on where they were. */
  ANSWER("応答", "the answer"),
  /** エスカレ: the room closes as if it had never opened. */
  ESCALATION("エスカレ", "the escalation"),
  /** Declared resolved: it is watched again, with the same commander. */
  RESOLUTION("復旧の宣言", "the resolution"),
  /** Confirmed as a false alarm: it is responded to where it was. */
  FALSE_ALARM("誤検知の確認", "the false alarm");

  private final String ja;
  private final String en;

  Undoable(String ja, String en) {
    this.ja = ja;
    this.en = en;
  }

  public Words label() {
    return new Words(ja, en);
  }

  /** Whether it ends the response, so that the process waits before it tells anybody. */
  public boolean isEnd() {
    return this == RESOLUTION || this == FALSE_ALARM;
  }
}
