package org.honbu.warroom.internal.roster;

import org.honbu.kernel.ProblemException;

/** What people write here is short. */
final class Texts {
  private static final int MOST = 200;

  private Texts() {}

  /**
   * The text, trimmed; may be empty.
   *
   * @throws ProblemException {@link RosterProblems#TEXT} when it is longer than 200 characters
   */
  static String atMost(String field, String text) {
    String said = text.strip();
    if (said.length() > MOST) {
      throw new ProblemException(RosterProblems.TEXT, field, "0–" + MOST);
    }
    return said;
  }

  /** As {@link #atMost}, and not empty. */
  static String needed(String field, String text) {
    String said = atMost(field, text);
    if (said.isEmpty()) {
      throw new ProblemException(RosterProblems.TEXT, field, "1–" + MOST);
    }
    return said;
  }
}
