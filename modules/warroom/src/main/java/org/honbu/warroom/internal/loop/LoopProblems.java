package org.honbu.warroom.internal.loop;

import org.honbu.kernel.Problem;
import org.honbu.kernel.Problem.Owner;
import org.honbu.kernel.Words;

/** What can go wrong in the commander's loop. */
final class LoopProblems {
  static final Problem FIELD_NEEDED =
      new Problem(
          "HB-8031",
          Owner.CALLER,
          400,
          new Words("「{0}」を入れてください（{1} 字まで）", "Fill in “{0}” (up to {1} characters)"));

  static final Problem ANSWER_NEEDED =
      new Problem(
          "HB-8032",
          Owner.CALLER,
          400,
          new Words(
              "最初の判断には「{1}」への答えが要ります（欄 {0}、500 字まで）。間違っていても、早いほうが助かります。あとで変えられます",
              "The first decision needs an answer to “{2}” (field {0}, up to 500 characters). Wrong but"
                  + " fast beats none; you can change it later"));

  static final Problem NUMBER_NEEDED =
      new Problem(
          "HB-8030",
          Owner.CALLER,
          400,
          new Words(
              "統合するには、「{0}」に相手の障害の番号（INC-2026-0042 など）を入れてください",
              "To merge, name the other incident in “{0}”, such as INC-2026-0042"));

  static final Problem TOO_LONG =
      new Problem(
          "HB-8033",
          Owner.CALLER,
          400,
          new Words("「{0}」は {1} 字までにしてください", "Keep “{0}” to {1} characters"));

  static final Problem UNKNOWN_VALUE =
      new Problem(
          "HB-8034",
          Owner.CALLER,
          400,
          new Words("「{0}」に使えるのは {1} です", "“{0}” must be one of {1}"));

  static final Problem MINUTES =
      new Problem(
          "HB-8035",
          Owner.CALLER,
          400,
          new Words("「{0}」は {1} から {2} までの分数で入れてください", "Give “{0}” as minutes from {1} to {2}"));

  static final Problem TOO_MANY_OBJECTIVES =
      new Problem(
          "HB-8036",
          Owner.CALLER,
          400,
          new Words(
              "「{0}」は 3 つまでです。いま大事なものに絞ってください", "“{0}” takes three at most; keep what counts now"));

  static final Problem REFUSED =
      new Problem("HB-8037", Owner.CONFIGURATION, 403, new Words("{0}", "{1}"));

  static final Problem NOT_NOW =
      new Problem("HB-8038", Owner.CONFLICT, 409, new Words("{0}", "{1}"));

  static final Problem NO_ROW =
      new Problem(
          "HB-8039",
          Owner.CONFIGURATION,
          500,
          new Words("決定表 {0} に当てはまる行がありません", "The decision table {0} has no row that matches"));

  private LoopProblems() {}
}
