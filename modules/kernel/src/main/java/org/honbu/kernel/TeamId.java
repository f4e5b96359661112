package org.honbu.kernel;

import java.util.regex.Pattern;

/**
 * Names one team; the candidate group of its tasks is {@code team:<id>}.
 *
 * @param value 1 to 48 lower-case letters, digits or hyphens
 */
public record TeamId(String value) implements Comparable<TeamId> {
  private static final Pattern SHAPE = Pattern.compile("[a-z0-9-]{1,48}");

  public TeamId {
    if (!SHAPE.matcher(value).matches()) {
      throw new ProblemException(Problem.UNREADABLE_ID, "team", value);
    }
  }

  /** The candidate group under which this team's tasks are offered. */
  public String candidateGroup() {
    return "team:" + value;
  }

  @Override
  public int compareTo(TeamId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
