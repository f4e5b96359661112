package org.honbu.warroom.internal.card;

import org.honbu.kernel.Problem;
import org.honbu.kernel.Problem.Owner;
import org.honbu.kernel.Words;

/** What can go wrong with read-only links. */
final class CardProblems {
  static final Problem REFUSED =
      new Problem("HB-8050", Owner.CONFIGURATION, 403, new Words("{0}", "{1}"));

  static final Problem NOT_NOW =
      new Problem("HB-8051", Owner.CONFLICT, 409, new Words("{0}", "{1}"));

  static final Problem HOURS =
      new Problem(
          "HB-8052",
          Owner.CALLER,
          400,
          new Words(
              "「{0}」は 1 から {1} までの整数にしてください（時間）",
              "“{0}” must be a whole number of hours, 1 to {1}"));

  static final Problem NO_LINK =
      new Problem(
          "HB-8053",
          Owner.CONFLICT,
          404,
          new Words("{0} にそのリンクはありません", "There is no such link of {0}"));

  private CardProblems() {}
}
