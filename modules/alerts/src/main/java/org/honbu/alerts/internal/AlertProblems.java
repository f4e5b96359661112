package org.honbu.alerts.internal;

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

  private AlertProblems() {}
}
