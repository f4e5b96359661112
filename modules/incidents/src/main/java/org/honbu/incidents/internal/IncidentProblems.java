package org.honbu.incidents.internal;

import org.honbu.kernel.Problem;
import org.honbu.kernel.Problem.Owner;
import org.honbu.kernel.Words;

/** What can go wrong with an incident's record. */
final class IncidentProblems {
  static final Problem UNKNOWN_INCIDENT =
      new Problem(
          "HB-3001",
          Owner.CONFLICT,
          404,
          new Words("{0} というインシデントはありません", "There is no incident {0}"));

  static final Problem ILLEGAL_STEP =
      new Problem(
          "HB-3002",
          Owner.CONFLICT,
          409,
          new Words(
              "{0} はいま「{1}」です。「{2}」には進めません。何も変わっていません",
              "{0} is now “{1}” and cannot become “{2}”. Nothing was changed"));

  static final Problem REAL_WITH_DRILL =
      new Problem(
          "HB-3003",
          Owner.CONFLICT,
          409,
          new Words(
              "訓練と本番は統合できません（{0} と {1}）",
              "A drill and a real incident cannot be merged ({0}, {1})"));

  static final Problem FIELD_NEEDED =
      new Problem(
          "HB-3004",
          Owner.CALLER,
          400,
          new Words("「{0}」を入れてください（{1} 字まで）", "Fill in “{0}” (up to {1} characters)"));

  static final Problem FIELD_UNKNOWN_VALUE =
      new Problem(
          "HB-3005",
          Owner.CALLER,
          400,
          new Words("「{0}」に使えるのは {1} です", "“{0}” must be one of {1}"));

  static final Problem NO_ROOM =
      new Problem(
          "HB-3006",
          Owner.CONFLICT,
          409,
          new Words(
              "{0} のウォールームは開いていません。先にエスカレしてください", "{0} has no open war room. Escalate it first"));

  static final Problem OVER =
      new Problem(
          "HB-3007",
          Owner.CONFLICT,
          409,
          new Words("{0} はもう終わっています（{1}）", "{0} is over already ({1})"));

  static final Problem REFUSED =
      new Problem("HB-3008", Owner.CONFIGURATION, 403, new Words("{0}", "{1}"));

  static final Problem NOT_NOW =
      new Problem("HB-3009", Owner.CONFLICT, 409, new Words("{0}", "{1}"));

  static final Problem HELD_BY_ANOTHER =
      new Problem("HB-3010", Owner.CONFLICT, 409, new Words("{0} さんが引き受けました", "{1} has taken it"));

  static final Problem ANSWERED_BY_ANOTHER =
      new Problem(
          "HB-3011", Owner.CONFLICT, 409, new Words("{0} さんが応答済みです", "{1} has answered already"));

  static final Problem MERGE_WITH_ITSELF =
      new Problem(
          "HB-3012",
          Owner.CALLER,
          400,
          new Words("「{0}」に自分自身は指定できません", "“{0}” cannot be the incident itself"));

  static final Problem NOTHING_TO_LEAD_YET =
      new Problem(
          "HB-3013",
          Owner.CONFLICT,
          409,
          new Words(
              "{0} の工程はまだ「指揮する」に来ていません。もう一度試します",
              "The process of {0} has not come to leading yet; it is tried again"));

  static final Problem OUTSIDE =
      new Problem(
          "HB-3014",
          Owner.CALLER,
          403,
          new Words(
              "{0} は非公開です。中の人だけが統合できます。何も変わっていません",
              "{0} is private: only those inside merge it. Nothing was changed"));

  static final Problem READ_BACK_NEEDED =
      new Problem(
          "HB-3040",
          Owner.CALLER,
          400,
          new Words(
              "引き受ける前に、復唱の「{1}」を入れてください（欄 {0}、300 字まで）",
              "Read back {2} before you take command (field {0}, up to 300 characters)"));

  static final Problem NO_HANDOVER =
      new Problem(
          "HB-3041",
          Owner.CONFLICT,
          404,
          new Words("{0} で指揮の交代は頼まれていません", "No handover of command runs in {0}"));

  private IncidentProblems() {}
}
