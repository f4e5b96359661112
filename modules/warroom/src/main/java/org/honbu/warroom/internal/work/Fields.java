package org.honbu.warroom.internal.work;

import java.time.Duration;
import org.honbu.kernel.ProblemException;
import org.honbu.warroom.CallWish;
import org.honbu.warroom.WorkReport;
import org.honbu.warroom.WorkWish;

/** What people write about work: there, and not longer than its place. */
final class Fields {
  static final int OUTCOME = 200;
  static final int SKILL = 80;
  static final int TEXT = 500;
  private static final int SHORTEST = 3;
  private static final int LONGEST = 60;

  private Fields() {}

  static String needed(String field, String value, int length) {
    String text = value.strip();
    if (text.isEmpty() || text.length() > length) {
      throw new ProblemException(WorkProblems.FIELD_NEEDED, field, length);
    }
    return text;
  }

  static String atMost(String field, String value, int length) {
    String text = value.strip();
    if (text.length() > length) {
      throw new ProblemException(WorkProblems.FIELD_NEEDED, field, length);
    }
    return text;
  }

  /** TM15: 3 to 60 minutes. */
  static Duration box(String field, Duration box) {
    long minutes = box.toMinutes();
    if (minutes < SHORTEST || minutes > LONGEST) {
      throw new ProblemException(WorkProblems.MINUTES, field, SHORTEST, LONGEST);
    }
    return Duration.ofMinutes(minutes);
  }

  static WorkWish check(WorkWish wish) {
    return new WorkWish(
        wish.kind(),
        needed("outcome", wish.outcome(), OUTCOME),
        wish.owner(),
        box("minutes", wish.box()));
  }

  static CallWish check(CallWish wish) {
    return new CallWish(
        wish.kind(),
        needed("what", wish.what(), OUTCOME),
        atMost("skill", wish.skill(), SKILL),
        box("minutes", wish.box()));
  }

  static WorkReport check(WorkReport report) {
    return new WorkReport(
        needed("conditions", report.conditions(), TEXT),
        needed("actions", report.actions(), TEXT),
        atMost("needs", report.needs(), TEXT),
        report.answered(),
        atMost("evidence", report.evidence(), TEXT));
  }
}
