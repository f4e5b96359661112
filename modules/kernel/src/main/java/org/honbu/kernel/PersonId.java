package org.honbu.kernel;

import java.util.regex.Pattern;

/**
 * Names one person, by the login name Keycloak knows them under ({@code preferred_username}).
 *
 * @param value 1 to 64 letters, digits, dots, hyphens, underscores or at signs
 */
public record PersonId(String value) implements Comparable<PersonId> {
  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_.@-]{1,64}");

  public PersonId {
    if (!SHAPE.matcher(value).matches()) {
      throw new ProblemException(Problem.UNREADABLE_ID, "person", value);
    }
  }

  @Override
  public int compareTo(PersonId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
