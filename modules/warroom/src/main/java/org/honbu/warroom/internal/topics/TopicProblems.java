package org.honbu.warroom.internal.topics;

import org.honbu.kernel.Problem;
import org.honbu.kernel.Problem.Owner;
import org.honbu.kernel.ProblemException;
import org.honbu.kernel.Words;

/** What can go wrong with topics. */
final class TopicProblems {
  static final Problem FIELD_NEEDED =
      new Problem(
          "HB-8041",
          Owner.CALLER,
          400,
          new Words("「{0}」を入れてください（{1} 字まで）", "Fill in “{0}” (up to {1} characters)"));

  static final Problem UNKNOWN_VALUE =
      new Problem(
          "HB-8042",
          Owner.CALLER,
          400,
          new Words("「{0}」に使えるのは {1} です", "“{0}” must be one of {1}"));

  static final Problem UNKNOWN_TOPIC =
      new Problem(
          "HB-8043",
          Owner.CONFLICT,
          404,
          new Words("{0} にその話題はありません", "There is no such topic in {0}"));

  static final Problem REFUSED =
      new Problem("HB-8044", Owner.CONFIGURATION, 403, new Words("{0}", "{1}"));

  static final Problem NOT_NOW =
      new Problem("HB-8045", Owner.CONFLICT, 409, new Words("{0}", "{1}"));

  /** A fact came before the process, or before the time to take something back is over. */
  static final Problem NOT_YET =
      new Problem(
          "HB-8046",
          Owner.CONFLICT,
          409,
          new Words(
              "{0} の部屋の工程はまだそこまで進んでいません。もう一度試します",
              "The process of {0}’s room is not there yet; it is tried again"));

  private TopicProblems() {}

  /** What somebody wrote: there, and not longer than its place. */
  static String needed(String field, String value, int length) {
    String text = value.strip();
    if (text.isEmpty() || text.length() > length) {
      throw new ProblemException(FIELD_NEEDED, field, length);
    }
    return text;
  }
}
