package org.honbu.outbox;

/**
 * Whose line a fact stands in: facts of one subject reach each handler in the order they were
 * announced.
 *
 * @param value usually an incident number; 1 to 64 characters
 */
public record Subject(String value) {
  public Subject {
    if (value.isEmpty() || value.length() > 64) {
      throw new IllegalArgumentException("a subject has 1 to 64 characters: " + value);
    }
  }

  public static Subject of(org.honbu.kernel.Subject subject) {
    return new Subject(subject.value());
  }
}
