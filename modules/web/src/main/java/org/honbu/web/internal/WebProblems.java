package org.honbu.web.internal;

import org.honbu.kernel.Problem;
import org.honbu.kernel.Problem.Owner;
import org.honbu.kernel.Words;

/** What can go wrong between a browser and the modules. */
final class WebProblems {
  static final Problem NO_ROLE =
      new Problem(
          "HB-1004",
          Owner.CONFIGURATION,
          403,
          new Words(
              "Honbu を使うための役割がありません。管理者に役割を頼んでください",
              "You have no role in Honbu yet. Ask an administrator for one"));

  static final Problem FOREIGN_ORIGIN =
      new Problem(
          "HB-1005",
          Owner.CALLER,
          403,
          new Words(
              "ほかのサイトから送られた操作は受け付けません。Honbu の画面からもう一度お試しください",
              "This was sent from another site and was not done. Try again from Honbu itself"));

  static final Problem NOT_FOUND =
      new Problem(
          "HB-1006",
          Owner.CALLER,
          404,
          new Words("ここには何もありません", "There is nothing at this address"));

  static final Problem REFUSED =
      new Problem(
          "HB-1007",
          Owner.CALLER,
          400,
          new Words("この要求は処理できません（{0}）", "This request cannot be served ({0})"));

  static final Problem CHANGED_MEANWHILE =
      new Problem(
          "HB-1008",
          Owner.CONFLICT,
          409,
          new Words(
              "同時にほかの人が変更しました。いまの状態を見て、もう一度お試しください",
              "Somebody changed this at the same time. Look again and try once more"));

  static final Problem UNEXPECTED =
      new Problem(
          "HB-1009",
          Owner.BUG,
          500,
          new Words(
              "思わぬ問題が起きました。何も変わっていません。少し待って、もう一度お試しください",
              "Something unexpected happened. Nothing was changed. Wait a little and try again"));

  static final Problem NOT_YOUR_PAGE =
      new Problem(
          "HB-1010",
          Owner.CALLER,
          403,
          new Words(
              "このページを開く役割がありません。障害の一覧はいつでも見られます",
              "Your roles do not open this page. The list of incidents is always open to you"));

  static final Problem NOT_YOUR_ACT =
      new Problem(
          "HB-1011",
          Owner.CALLER,
          403,
          new Words(
              "この操作をする役割がありません。何も変わっていません", "Your roles do not allow this. Nothing was changed"));

  static final Problem NOT_A_SET =
      new Problem(
          "HB-1012",
          Owner.CALLER,
          400,
          new Words(
              "図の一式として読めません：{0}。何も読み込んでいません",
              "This is not a set of diagrams: {0}. Nothing was loaded"));

  static final Problem SET_REFUSED =
      new Problem(
          "HB-1013",
          Owner.CALLER,
          422,
          new Words(
              "直すところが {0} つあります。何も読み込んでいません", "There are {0} things to mend. Nothing was loaded"));

  static final Problem NO_FORM =
      new Problem(
          "HB-1015",
          Owner.CALLER,
          400,
          new Words("null ではなく、JSON のオブジェクト { … } を送ってください", "Send a JSON object { … }, not null"));

  static final Problem NO_TEXT =
      new Problem(
          "HB-1016",
          Owner.CALLER,
          400,
          new Words(
              "「{0}」に、文字ではない符号（U+0000）があります。取り除いてください",
              "“{0}” has a code that is no character (U+0000). Take it out"));

  static final Problem OTHER_METHOD =
      new Problem(
          "HB-1017",
          Owner.CALLER,
          405,
          new Words(
              "このアドレスでは、そのメソッドは使えません。何も変わっていません",
              "This address does not take that method. Nothing was changed"));

  private WebProblems() {}
}
