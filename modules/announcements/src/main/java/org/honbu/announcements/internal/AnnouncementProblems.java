package org.honbu.announcements.internal;

import java.util.Optional;
import org.honbu.kernel.Problem;
import org.honbu.kernel.Problem.Owner;
import org.honbu.kernel.ProblemException;
import org.honbu.kernel.Words;

/** What can go wrong around announcements, beside the messages themselves. */
final class AnnouncementProblems {
  static final Problem OUT_OF_BOUNDS =
      new Problem(
          "HB-6004",
          Owner.CALLER,
          400,
          new Words("「{0}」は {1} から {2} までにしてください", "Give “{0}” from {1} to {2}"));
  static final Problem TEXT =
      new Problem(
          "HB-6005",
          Owner.CALLER,
          400,
          new Words("「{0}」は {1} 字までで入れてください", "Fill in “{0}”, up to {1} characters"));
  static final Problem NOT_ALLOWED =
      new Problem("HB-6006", Owner.CONFIGURATION, 403, new Words("{0}", "{1}"));
  static final Problem NOT_NOW =
      new Problem("HB-6007", Owner.CONFLICT, 409, new Words("{0}", "{1}"));
  static final Problem LINES =
      new Problem(
          "HB-6008",
          Owner.CALLER,
          400,
          new Words(
              "「{0}」は {1} 行までにしてください。状態・影響・次の時刻で足ります",
              "Keep “{0}” to {1} lines: state, impact, next time"));

  static final Problem NO_REPORT =
      new Problem(
          "HB-6030",
          Owner.CONFLICT,
          404,
          new Words("{0} に当局への報告はありません", "No report to the authority is kept for {0}"));
  static final Problem FUTURE =
      new Problem(
          "HB-6031",
          Owner.CALLER,
          400,
          new Words("「{0}」は過ぎた時刻にしてください", "Give “{0}” a time that has passed"));
  static final Problem ONE_OF =
      new Problem(
          "HB-6032",
          Owner.CALLER,
          400,
          new Words("「{0}」に使えるのは {1} です", "“{0}” must be one of: {1}"));

  static final Problem TOO_EARLY =
      new Problem(
          "HB-6033",
          Owner.CALLER,
          400,
          new Words(
              "「{0}」は、被害を知った時の {1} 日前からにしてください",
              "Give “{0}” a time no more than {1} days before harm became known"));

  private AnnouncementProblems() {}

  static int within(String field, int value, int least, int most) {
    if (value < least || value > most) {
      throw new ProblemException(OUT_OF_BOUNDS, field, least, most);
    }
    return value;
  }

  static String text(String field, String text, int longest, boolean needed) {
    String stripped = text.strip();
    if (stripped.length() > longest || (needed && stripped.isEmpty())) {
      throw new ProblemException(TEXT, field, longest);
    }
    return stripped;
  }

  /** A refusal as the timeline keeps it: a line has at most 1,000 characters. */
  static Words line(Words words) {
    return new Words(cut(words.ja()), cut(words.en()));
  }

  private static String cut(String text) {
    return Optional.of(text)
        .filter(t -> t.length() <= 900)
        .orElseGet(() -> text.substring(0, 899) + "…");
  }
}
