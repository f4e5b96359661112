package org.honbu.outbox;

import org.honbu.kernel.IncidentId;

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

  public static Subject of(IncidentId incident) {
    return new Subject(incident.value());
  }
}
