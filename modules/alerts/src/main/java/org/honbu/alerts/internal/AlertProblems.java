package org.honbu.alerts.internal;

import org.honbu.alerts.Unreadable;
import org.honbu.kernel.Problem;
import org.honbu.kernel.Problem.Owner;
import org.honbu.kernel.ProblemException;
import org.honbu.kernel.Words;

/** What can go wrong at the intake. */
final class AlertProblems {
  static final Problem WRONG_KEY =
      new Problem(
          "HB-4001",
          Owner.CALLER,
          401,
          new Words("連携のキーがないか、正しくありません", "The integration's key is missing or wrong"));

  /** Names line and field. */
  static ProblemException unreadable(Unreadable why) {
    Words words =
        new Words(why.words().ja() + "（本文は保管しました）", why.words().en() + " (the body was kept)");
    return new ProblemException(new Problem("HB-4002", Owner.CALLER, 400, words), why.field());
  }

  static final Problem TOO_LARGE =
      new Problem(
          "HB-4003",
          Owner.CALLER,
          413,
          new Words("本文が 1 MiB を超えています", "The body is larger than 1 MiB"));

  static final Problem BROKEN_OFF =
      new Problem(
          "HB-4004",
          Owner.CALLER,
          400,
          new Words("本文が途中で切れているか、圧縮を解けません", "The body breaks off or cannot be unpacked"));

  static final Problem FOR_ADMINS =
      new Problem(
          "HB-4005",
          Owner.CALLER,
          403,
          new Words("管理者かプロセスオーナーだけが見られます", "Only admins and process owners may see this"));

  static final Problem NO_SUCH_LETTER =
      new Problem(
          "HB-4006",
          Owner.CALLER,
          404,
          new Words("その未処理の通知はありません", "There is no such dead letter"));

  static final Problem NO_SUCH_REPORT =
      new Problem(
          "HB-4007", Owner.CALLER, 404, new Words("{0} という報告はありません", "There is no report {0}"));

  static final Problem NO_ROLE =
      new Problem(
          "HB-4014",
          Owner.CALLER,
          403,
          new Words("Honbu を使うための役割がありません", "You have no role in Honbu yet"));

  static final Problem NOT_YOUR_REPORT =
      new Problem(
          "HB-4008",
          Owner.CALLER,
          403,
          new Words(
              "見られるのは、報告した人・カスタマーサポート・プロセスオーナーです",
              "This is for its reporter, customer support and process owners"));

  static final Problem FIELD_NEEDED =
      new Problem(
          "HB-4009",
          Owner.CALLER,
          400,
          new Words("「{0}」を書いてください（{1} 字まで）", "Please fill in “{0}”, up to {1} characters"));

  static final Problem FIELD_UNKNOWN_VALUE =
      new Problem(
          "HB-4010",
          Owner.CALLER,
          400,
          new Words("「{0}」には次のどれかを入れてください：{1}", "“{0}” must be one of: {1}"));

  static final Problem NOT_OPEN =
      new Problem(
          "HB-4011",
          Owner.CALLER,
          400,
          new Words("{0}：開いているインシデント {1} はありません", "{0}: there is no open incident {1}"));

  static final Problem TOO_LATE =
      new Problem("HB-4012", Owner.CONFLICT, 409, new Words("{0}", "{1}"));

  static final Problem FOR_SUPPORT =
      new Problem("HB-4013", Owner.CALLER, 403, new Words("{0}", "{1}"));

  private AlertProblems() {}
}
