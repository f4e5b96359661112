package org.honbu.slack.internal.door;

import org.honbu.kernel.Problem;
import org.honbu.kernel.ProblemException;
import org.honbu.kernel.Words;

/** What can go wrong at the door. */
final class SlackProblems {
  static final Problem NOT_CONNECTED =
      new Problem(
          "HB-5501",
          Problem.Owner.CONFIGURATION,
          404,
          new Words(
              "Slack はつながっていません。HONBU_SLACK_BOT_TOKEN と HONBU_SLACK_SIGNING_SECRET を設定してください",
              "Slack is not connected. Set HONBU_SLACK_BOT_TOKEN and HONBU_SLACK_SIGNING_SECRET"));
  static final Problem NOT_SLACKS =
      new Problem(
          "HB-5502",
          Problem.Owner.CALLER,
          401,
          new Words(
              "Slack の署名がないか、古いか、合いません（HONBU_SLACK_SIGNING_SECRET と時計を確かめてください）",
              "The signature of Slack is missing, old or wrong (check HONBU_SLACK_SIGNING_SECRET and the"
                  + " clock)"));
  static final Problem UNREADABLE =
      new Problem(
          "HB-5503",
          Problem.Owner.CALLER,
          400,
          new Words("「{0}」がありません。Slack の形で送ってください", "“{0}” is missing. Send it as Slack does"));
  static final Problem TOO_LARGE =
      new Problem(
          "HB-5504",
          Problem.Owner.CALLER,
          413,
          new Words("「{0}」が大きすぎます（{1} 字まで）", "“{0}” is too large (up to {1} characters)"));

  private static final Problem NOT_UNDERSTOOD =
      new Problem("HB-5505", Problem.Owner.CALLER, 400, new Words("{0}", "{1}"));
  private static final Problem REFUSED =
      new Problem("HB-5506", Problem.Owner.CONFLICT, 409, new Words("{0}", "{1}"));

  private SlackProblems() {}

  /** What was written cannot be done as it stands; the sentence says how to write it. */
  static ProblemException misread(Words how) {
    return new ProblemException(NOT_UNDERSTOOD, how.ja(), how.en());
  }

  /** It was understood, and may not be. */
  static ProblemException refused(Words why) {
    return new ProblemException(REFUSED, why.ja(), why.en());
  }
}
