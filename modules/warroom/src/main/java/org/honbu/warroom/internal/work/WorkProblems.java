package org.honbu.warroom.internal.work;

import org.honbu.kernel.Problem;
import org.honbu.kernel.Problem.Owner;
import org.honbu.kernel.Words;

/** What can go wrong with work. */
final class WorkProblems {
  static final Problem FIELD_NEEDED =
      new Problem(
          "HB-8020",
          Owner.CALLER,
          400,
          new Words("「{0}」を入れてください（{1} 字まで）", "Fill in “{0}” (up to {1} characters)"));

  static final Problem UNKNOWN_WORK =
      new Problem(
          "HB-8021",
          Owner.CONFLICT,
          404,
          new Words("{0} に #{1} という仕事はありません", "There is no work #{1} in {0}"));

  static final Problem REFUSED =
      new Problem("HB-8022", Owner.CONFIGURATION, 403, new Words("{0}", "{1}"));

  static final Problem NOT_NOW =
      new Problem("HB-8023", Owner.CONFLICT, 409, new Words("{0}", "{1}"));

  static final Problem UNKNOWN_VALUE =
      new Problem(
          "HB-8024",
          Owner.CALLER,
          400,
          new Words("「{0}」に使えるのは {1} です", "“{0}” must be one of {1}"));

  static final Problem MINUTES =
      new Problem(
          "HB-8025",
          Owner.CALLER,
          400,
          new Words("「{0}」は {1} 分から {2} 分までにしてください", "“{0}” must be {1} to {2} minutes"));

  static final Problem ASKS =
      new Problem(
          "HB-8026",
          Owner.CONFLICT,
          409,
          new Words(
              "{0} それでもよければ anyway を付けて送ってください", "{1} If you want it all the same, send anyway"));

  static final Problem NOT_LISTENING =
      new Problem(
          "HB-8027",
          Owner.CONFLICT,
          409,
          new Words(
              "{0} の工程はまだ待ち受けていません。もう一度試します",
              "The process of {0} does not wait for this yet; it is tried again"));

  static final Problem MAY_COME_BACK =
      new Problem(
          "HB-8028",
          Owner.CONFLICT,
          409,
          new Words(
              "{0} の終わりはまだ取り消せます。もう一度試します",
              "The end of {0} may still be taken back; it is tried again"));

  static final Problem UNKNOWN_PERSON =
      new Problem(
          "HB-8029",
          Owner.CONFLICT,
          404,
          new Words(
              "{0} という人はいません。一覧から選んでください",
              "There is nobody called {0}. Choose somebody from the list"));

  private WorkProblems() {}
}
