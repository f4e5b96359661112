package org.honbu.response.internal;

import org.honbu.kernel.Words;

/** How called people read why they are called. */
final class OnCallLevels {
  static final Words COMMANDERS = new Words("コマンダー当番", "Commander on call");
  static final Words EVERY_COMMANDER = new Words("コマンダー全員", "Every commander");
  static final Words SUCCESSOR = new Words("指揮の交代の依頼", "Asked to take over command");
  static final Words STILL_THERE = new Words("まだ指揮中ですか", "Are you still in command?");
  static final Words ANNOUNCER = new Words("アナウンス担当への伝言", "A message for the announcer");
  static final Words PROCESS_OWNERS = new Words("プロセスオーナー", "Process owners");

  static final Words STAND_INS =
      new Words(
          "コマンダーの代わり。姿がしばらく見えません",
          "In the commander’s place, of whom nothing has been seen for a while");

  private OnCallLevels() {}
}
