package org.honbu.statuspage.internal;

import org.honbu.kernel.Problem;
import org.honbu.kernel.Problem.Owner;
import org.honbu.kernel.Words;

/** What can go wrong on the way to the status page. */
final class StatusProblems {
  static final Problem NOT_YOURS =
      new Problem(
          "HB-6501",
          Owner.CALLER,
          403,
          new Words(
              "公開するサービスを決められるのは、プロセスオーナーと管理者です",
              "Process owners and admins decide what users see"));

  static final Problem UNKNOWN_COMPONENT =
      new Problem(
          "HB-6502",
          Owner.CALLER,
          404,
          new Words(
              "{0}：「{1}」はカタログにありません。カタログの名前で指定してください",
              "{0}: “{1}” is not in the catalogue. Use its name there"));

  static final Problem INTERNAL =
      new Problem(
          "HB-6503",
          Owner.CALLER,
          409,
          new Words(
              "{0}：「{1}」は社内用なので、公開できません", "{0}: “{1}” is internal and cannot be shown to users"));

  static final Problem UNREADABLE =
      new Problem("HB-6504", Owner.CALLER, 400, new Words("{0} は{1}", "{0} has {2}"));

  static final Problem NO_ADDRESS =
      new Problem(
          "HB-6505",
          Owner.CALLER,
          400,
          new Words("{0}：name@example.com の形で入れてください", "{0}: write it like name@example.com"));

  static final Problem TOO_OFTEN =
      new Problem(
          "HB-6506",
          Owner.CALLER,
          429,
          new Words(
              "いまは受け付けられません。しばらく待って、もう一度お試しください", "Too many at once. Wait a while and try again"));

  static final Problem LINK_DOES_NOT_WORK =
      new Problem(
          "HB-6507",
          Owner.CALLER,
          404,
          new Words(
              "このリンクは使えません。期限が切れたか、途中で切れています。もう一度登録してください",
              "This link does not work: it has ended, or part of it is missing. Subscribe once more"));

  static final Problem NO_MAIL_HERE =
      new Problem(
          "HB-6508",
          Owner.CONFIGURATION,
          503,
          new Words(
              "メールでのお知らせは、いまは使えません。Atom フィードをお使いください",
              "E-mail is not available here. Use the Atom feed instead"));

  static final Problem NOT_COPIED_YET =
      new Problem(
          "HB-6509",
          Owner.CONFLICT,
          409,
          new Words("状況ページの写しはまだ書かれていません {0}", "The status page's copy is not written yet {0}"));

  private StatusProblems() {}
}
