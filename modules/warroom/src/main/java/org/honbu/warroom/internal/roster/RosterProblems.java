package org.honbu.warroom.internal.roster;

import org.honbu.kernel.Problem;
import org.honbu.kernel.Problem.Owner;
import org.honbu.kernel.Words;

/** What can go wrong with the people of a room: HB-8010 to HB-8019. */
final class RosterProblems {
  static final Problem TEXT =
      new Problem(
          "HB-8010",
          Owner.CALLER,
          400,
          new Words("{0} は {1} 字で書いてください", "Write {0} in {1} characters"));
  static final Problem REFUSED = new Problem("HB-8011", Owner.CALLER, 403, new Words("{0}", "{1}"));
  static final Problem NOT_NOW =
      new Problem("HB-8012", Owner.CONFLICT, 409, new Words("{0}", "{1}"));
  static final Problem UNKNOWN =
      new Problem(
          "HB-8013",
          Owner.CALLER,
          400,
          new Words(
              "{0} の「{1}」は見つかりません。名簿にある名前を書いてください",
              "{0}: nobody knows “{1}”. Use a name of the directory"));
  static final Problem CHOICE =
      new Problem("HB-8014", Owner.CALLER, 400, new Words("{0} は {1} のどれかです", "{0} is one of {1}"));
  static final Problem NOT_LISTENING =
      new Problem(
          "HB-8015",
          Owner.CONFLICT,
          409,
          new Words(
              "{0} の工程はまだ招集を待ち受けていません。もう一度試します",
              "The process of {0} does not wait for a summons yet; it is tried again"));

  private RosterProblems() {}
}
