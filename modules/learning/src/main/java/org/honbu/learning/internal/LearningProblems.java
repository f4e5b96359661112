package org.honbu.learning.internal;

import org.honbu.kernel.Problem;
import org.honbu.kernel.Problem.Owner;
import org.honbu.kernel.Words;

/** What can go wrong with reviews and action items. */
final class LearningProblems {
  static final Problem NO_POSTMORTEM =
      new Problem(
          "HB-9001",
          Owner.CONFLICT,
          404,
          new Words(
              "{0} の振り返りはまだありません。復旧して 1 分たつとできます",
              "{0} has no review yet; it is made a minute after the incident is resolved"));

  static final Problem FIELD_NEEDED =
      new Problem(
          "HB-9002",
          Owner.CALLER,
          400,
          new Words("「{0}」を入れてください（{1} 字まで）", "Fill in “{0}” (up to {1} characters)"));

  static final Problem OUTDATED =
      new Problem("HB-9003", Owner.CONFLICT, 409, new Words("{0}", "{1}"));

  static final Problem UNKNOWN_PERSON =
      new Problem(
          "HB-9004",
          Owner.CALLER,
          400,
          new Words(
              "「{0}」：{1} という人はいません。名簿から選んでください",
              "“{0}”: there is nobody called {1}; choose from the directory"));

  static final Problem REFUSED =
      new Problem("HB-9005", Owner.CONFIGURATION, 403, new Words("{0}", "{1}"));

  static final Problem NOT_NOW =
      new Problem("HB-9006", Owner.CONFLICT, 409, new Words("{0}", "{1}"));

  static final Problem UNKNOWN_VALUE =
      new Problem(
          "HB-9007",
          Owner.CALLER,
          400,
          new Words("「{0}」に使えるのは {1} です", "“{0}” must be one of {1}"));

  static final Problem TIME =
      new Problem(
          "HB-9008",
          Owner.CALLER,
          400,
          new Words("「{0}」は {1} から {2} までにしてください", "“{0}” must be from {1} to {2}"));

  static final Problem UNREADABLE_TIME =
      new Problem(
          "HB-9009",
          Owner.CALLER,
          400,
          new Words(
              "「{0}」が読めません：{1}。{2} の形で書いてください", "“{0}” cannot be read: {1}. Write it like {2}"));

  static final Problem UNKNOWN_ITEM =
      new Problem(
          "HB-9010",
          Owner.CONFLICT,
          404,
          new Words("アクション {0} はありません", "There is no action item {0}"));

  static final Problem NOT_LISTENING =
      new Problem(
          "HB-9011",
          Owner.CONFLICT,
          409,
          new Words(
              "{0} の工程はまだ待ち受けていません。もう一度試します",
              "The process of {0} does not wait for this yet; it is tried again"));

  static final Problem UNKNOWN_TEAM =
      new Problem(
          "HB-9012",
          Owner.CALLER,
          400,
          new Words("「{0}」：{1} というチームはありません", "“{0}”: there is no team called {1}"));

  private LearningProblems() {}
}
