package org.honbu.incidents;

import org.honbu.kernel.Words;

/** Why command is to change hands (DOMAIN 2.8). */
public enum HandoverReason {
  HANDS_ON("手を動かしたい", "Hands want to work"),
  FATIGUE("疲れた", "Tired"),
  SHIFT_END("当番の終わり", "The shift ends"),
  COMPLEXITY("手に余る", "Out of depth"),
  TRAINING("訓練の予定", "Planned for training"),
  PERSONAL("個人の事情", "Personal"),
  ABSENT("コマンダーの返事がない", "The commander does not answer"),
  EXEC_TAKES("役員が指揮を取る", "An executive takes command"),
  RETURN_TO_ONCALL_IC("当番のコマンダーに戻す", "Back to the commander on call");

  private final String ja;
  private final String en;

  HandoverReason(String ja, String en) {
    this.ja = ja;
    this.en = en;
  }

  public Words label() {
    return new Words(ja, en);
  }

  /** Whether a commander gives it; the others come with a take or an override. */
  public boolean isTheCommanders() {
    return this != ABSENT && this != EXEC_TAKES;
  }
}
