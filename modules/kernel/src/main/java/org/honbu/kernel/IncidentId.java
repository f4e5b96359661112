package org.honbu.kernel;

import java.util.regex.Pattern;

/**
 * Names one incident and is its business key in the process: {@code INC-2026-0123}, in a drill
 * {@code DRL-2026-03-INC} (DOMAIN PR-00a).
 *
 * @param value the number as people say it
 */
public record IncidentId(String value) implements Subject, Comparable<IncidentId> {
  private static final Pattern SHAPE =
      Pattern.compile("INC-\\d{4}-\\d{4,7}|DRL-[A-Za-z0-9-]{1,40}-INC");

  public IncidentId {
    if (!SHAPE.matcher(value).matches()) {
      throw new ProblemException(Problem.UNREADABLE_ID, "incident", value);
    }
  }

  @Override
  public int compareTo(IncidentId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
