package org.honbu.kernel;

import java.util.regex.Pattern;

/**
 * Names one report of what somebody sees, before anybody knows whether it is an incident: {@code
 * REP-2026-0042}.
 *
 * @param value the number as people say it
 */
public record ReportId(String value) implements Subject, Comparable<ReportId> {
  private static final Pattern SHAPE = Pattern.compile("REP-\\d{4}-\\d{4,7}");

  public ReportId {
    if (!isOne(value)) {
      throw new ProblemException(Problem.UNREADABLE_ID, "report", value);
    }
  }

  static boolean isOne(String value) {
    return SHAPE.matcher(value).matches();
  }

  @Override
  public int compareTo(ReportId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
