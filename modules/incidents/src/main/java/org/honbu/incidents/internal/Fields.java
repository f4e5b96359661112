package org.honbu.incidents.internal;

import org.honbu.kernel.ProblemException;

/** What people write: there, and not longer than its place. */
final class Fields {
  static final int WHAT_LENGTH = 140;
  static final int REASON_LENGTH = 500;

  private Fields() {}

  static String needed(String field, String value, int length) {
    String text = value.strip();
    if (text.isEmpty() || text.length() > length) {
      throw new ProblemException(IncidentProblems.FIELD_NEEDED, field, length);
    }
    return text;
  }

  static ProblemException missing(String field) {
    return new ProblemException(IncidentProblems.FIELD_NEEDED, field, WHAT_LENGTH);
  }
}
