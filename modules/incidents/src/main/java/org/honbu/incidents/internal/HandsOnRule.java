package org.honbu.incidents.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.honbu.incidents.CareQuestion.Why;
import org.honbu.kernel.Problem;
import org.honbu.kernel.ProblemException;
import org.honbu.kernel.Words;
import org.honbu.workflow.Decisions;
import org.honbu.workflow.Facts;

/**
 * Says whether a commander's own hands seem to be at work. Every number is one of the process
 * owners', from the table {@code HandsOn} (DOMAIN 2.7).
 */
@ApplicationScoped
class HandsOnRule {
  static final Problem NO_ROW =
      new Problem(
          "HB-3061",
          Problem.Owner.CONFIGURATION,
          500,
          new Words("決定表 HandsOn に {0} の行がありません", "The table HandsOn has no row for {0}"));

  private static final String NO_COMMAND_ACT = "NO_COMMAND_ACT";
  private static final String ASK = "ASK";

  private final Decisions decisions;

  @Inject
  HandsOnRule(Decisions decisions) {
    this.decisions = decisions;
  }

  /**
   * A row of the table.
   *
   * @param atLeast how many signs of the kind make the points
   * @param each whether the points count for every sign, and not only once
   * @param countedFor how long a sign counts
   */
  record Numbers(int points, int atLeast, boolean each, Duration countedFor) {
    int of(long signs) {
      if (signs < atLeast) {
        return 0;
      }
      return each ? (int) (points * signs) : points;
    }
  }

  Numbers numbers(Sign.Kind sign) {
    return numbers(sign.name());
  }

  private Numbers numbers(String sign) {
    Facts row =
        decisions.decide("HandsOn", Facts.of("sign", sign)).stream()
            .findFirst()
            .orElseThrow(() -> new ProblemException(NO_ROW, sign));
    return new Numbers(
        row.number("points"), row.number("atLeast"), row.yes("each"), row.duration("countedFor"));
  }

  /** How long a commander is left in peace after having been asked, and after an answer (TM26). */
  Duration askAgainAfter() {
    return numbers(ASK).countedFor();
  }

  /**
   * Whether to ask the commander of one term now.
   *
   * @param signs of that term
   * @param questions of that term, first first
   * @param lastCommand when they last did what only command does
   */
  boolean isToBeAsked(
      List<Sign> signs, List<Question> questions, Instant lastCommand, Instant now) {
    Optional<Question> last =
        questions.stream()
            .filter(question -> question.why() == Why.HANDS_ON)
            .max(Comparator.comparing(Question::askedAt));
    if (last.filter(question -> question.isAnswered(Question.Answer.LOST)).isPresent()) {
      return true;
    }
    Numbers ask = numbers(ASK);
    if (last.filter(question -> question.isOpen() || isFresh(question, ask, now)).isPresent()) {
      return false;
    }
    return last.filter(question -> question.isAnswered(Question.Answer.GO_ON)).isPresent()
        || points(signs, lastCommand, now) >= ask.points();
  }

  private static boolean isFresh(Question question, Numbers ask, Instant now) {
    return now.isBefore(question.settledAt().plus(ask.countedFor()));
  }

  /** What the signs weigh together at that moment. */
  int points(List<Sign> signs, Instant lastCommand, Instant now) {
    int points = 0;
    for (Sign.Kind kind : Sign.Kind.values()) {
      Numbers numbers = numbers(kind);
      points += numbers.of(counted(signs, kind, numbers, now));
    }
    Numbers quiet = numbers(NO_COMMAND_ACT);
    boolean isQuiet = !now.isBefore(lastCommand.plus(quiet.countedFor()));
    return points > 0 && isQuiet ? points + quiet.points() : points;
  }

  /** When the same signs will weigh more because nothing was commanded; empty without signs. */
  Optional<Instant> weighsMoreAt(List<Sign> signs, Instant lastCommand, Instant now) {
    Instant quiet = lastCommand.plus(numbers(NO_COMMAND_ACT).countedFor());
    return quiet.isAfter(now) && points(signs, lastCommand, now) > 0
        ? Optional.of(quiet)
        : Optional.empty();
  }

  private static long counted(List<Sign> signs, Sign.Kind kind, Numbers numbers, Instant now) {
    return signs.stream()
        .filter(sign -> sign.kind() == kind)
        .filter(sign -> now.isBefore(sign.noticedAt().plus(numbers.countedFor())))
        .count();
  }
}
