package org.honbu.incidents;

import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;

/** What people write on an incident's timeline. */
public interface Notes {

  /**
   * Writes it, for everybody to read.
   *
   * @param text 1 to 500 characters
   * @throws org.honbu.kernel.ProblemException 409 {@code HB-3007} when the incident is over
   */
  Outcome write(IncidentId incident, NoteTag tag, String text, PersonId by);
}
