package org.honbu.announcements;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.honbu.incidents.Outcome;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;

/**
 * What users tell customer support while an incident lasts, for whoever announces (FM-2b).
 *
 * <p>While announcing runs and users may notice the incident, {@code AnnouncementLoop} asks support
 * for it in the rhythm of its diagram. Whatever door an answer comes through, it answers the
 * question that is open.
 */
public interface UserFeedback {

  /**
   * Notes what was heard since the last time. May: {@code customer-support}, and who announces.
   *
   * @throws org.honbu.kernel.ProblemException {@code HB-6004} naming the field that cannot be
   */
  Outcome hear(IncidentId incident, Voices heard, PersonId by);

  /** Everything heard, newest first. */
  List<Heard> heard(IncidentId incident);

  /**
   * How many customers support counted since then. One who called twice between two counts is in
   * both: unknown is the higher (DOMAIN DM-1).
   */
  int customersSince(IncidentId incident, Instant since);

  /** Since when support is asked for the counts of this incident; empty while it is not. */
  Optional<Instant> askedSince(IncidentId incident);

  /**
   * What was heard.
   *
   * @param newReports since the last time, 0 to 100,000
   * @param distinctCustomers how many different customers they come from, at most as many
   * @param quotes what they said, up to 1,000 characters; may be empty
   * @param mostAsked the question asked most, up to 300 characters; may be empty
   */
  record Voices(int newReports, int distinctCustomers, String quotes, String mostAsked) {}

  /** Who noted it, and when. */
  record Heard(Voices voices, PersonId by, Instant at) {}
}
