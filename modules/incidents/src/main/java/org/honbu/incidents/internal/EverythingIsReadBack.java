package org.honbu.incidents.internal;

import org.honbu.incidents.ReadBack;
import org.honbu.kernel.ProblemException;

/**
 * Nobody takes over what they have not read back: the objective, the open work, the next
 * announcement and the biggest risk (DOMAIN 2.8 step 4).
 */
final class EverythingIsReadBack {
  private static final int LENGTH = 300;
  private static final int MOST_WORK = 99;

  private EverythingIsReadBack() {}

  /**
   * The same, each answer on one line.
   *
   * @throws ProblemException {@code HB-3040} naming the first answer that is missing
   */
  static ReadBack check(ReadBack said) {
    return new ReadBack(
        needed("objective", "当面の目標", "the current objective", said.objective()),
        number(needed("openWork", "動いている仕事の数", "how much work is open", said.openWork())),
        needed("nextAnnouncement", "次のお知らせ", "the next announcement", said.nextAnnouncement()),
        needed("risk", "いちばんの危険", "the biggest risk", said.risk()));
  }

  private static String needed(String field, String ja, String en, String answer) {
    String text = answer.strip().replaceAll("\\s*\\R\\s*", " ");
    if (text.isEmpty() || text.length() > LENGTH) {
      throw new ProblemException(IncidentProblems.READ_BACK_NEEDED, field, ja, en);
    }
    return text;
  }

  private static String number(String answer) {
    if (!answer.matches("\\d{1,2}")) {
      throw new ProblemException(
          IncidentProblems.FIELD_UNKNOWN_VALUE, "openWork", "0–" + MOST_WORK);
    }
    return answer;
  }
}
