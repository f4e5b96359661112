package org.honbu.announcements;

import java.time.Instant;
import java.util.List;
import org.honbu.incidents.Outcome;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;

/**
 * Where data or security is harmed or may be, a privacy officer reads what leaves before it does:
 * announcements before the commander approves them, summaries before stakeholders get them (A34).
 *
 * <p>It never hangs on somebody unreachable: when no other privacy officer exists at once, and
 * otherwise after the time of the table {@code SecondReader}, a process owner may read it instead,
 * with a reason that stays on the timeline. Nobody reads their own text for privacy.
 */
public interface PrivacyReading {

  /** What waits to be read, oldest first, and as what this person may read it. */
  List<Waiting> waiting(IncidentId incident, PersonId reader);

  /**
   * This person has read it, and it may go on.
   *
   * @param key of the text that they read; a text never changes under its key
   * @param reason why a process owner reads it instead, 1 to 500 characters; officers need none
   * @return {@link Outcome.NotNow} when it does not wait any more
   */
  Outcome approve(IncidentId incident, String key, String reason, PersonId by);

  /**
   * This person has read it, and it must not go out so: it is put aside, its author hears why and
   * writes another. Who may approve it may do this.
   *
   * @param key as in {@link #approve}
   * @param reason what has to change, 1 to 500 characters
   * @return as {@link #approve}
   */
  Outcome sendBack(IncidentId incident, String key, String reason, PersonId by);

  /**
   * A text that waits.
   *
   * @param key {@code announcement-3}, {@code summary-1}
   */
  record Waiting(String key, Words text, PersonId author, Instant since, Part part) {}

  /** As what somebody may read a text now. */
  enum Part {
    OFFICER,
    /** As a process owner in the officers' place; a reason is asked for. */
    INSTEAD,
    NOT_YOURS
  }
}
