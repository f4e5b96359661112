package org.honbu.announcements;

import java.time.Instant;
import java.util.List;
import org.honbu.incidents.Outcome;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;

/** Tells stakeholders in three lines how it stands, so that they need not ask the room (TM35). */
public interface ExecutiveSummaries {

  /**
   * Sends a summary to the stakeholders' channel. May: who announces; never the commander. Where
   * data may be harmed it waits there until a second person has read it ({@link PrivacyReading}).
   *
   * @param text state, impact, next time: at most three lines and 600 characters
   * @return {@link Outcome.NotNow} when it speaks of harmed data and says what it should not
   * @throws org.honbu.kernel.ProblemException {@code HB-6004} when it is empty or longer
   */
  Outcome tell(IncidentId incident, String text, PersonId by);

  /** Everything told, newest first; what waits for its second reader is not told. */
  List<Summary> told(IncidentId incident);

  /** What stakeholders were told. */
  record Summary(String text, PersonId by, Instant at) {}
}
