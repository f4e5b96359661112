package org.honbu.incidents.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;

/**
 * Where it stands what is known of those who command, and what they do; joins the running
 * transaction. Rows are added through {@link IncidentStore#add}.
 */
interface CareStore {
  Optional<HeardActivity> activity(UUID activity);

  /** What was done to the component and told since then, newest first; at most that many. */
  List<HeardActivity> activitiesOn(String component, Instant since, int most);

  /**
   * Open incidents that an activity concerns: real ones on the component, and those the person
   * commands.
   */
  Set<IncidentId> concerned(Optional<PersonId> person, Optional<String> component);

  /** Signs of that term of command, first first. */
  List<Sign> signs(IncidentId incident, int epoch);

  /** What was asked in that term of command, first first. */
  List<Question> questions(IncidentId incident, int epoch);

  Optional<Presence> presence(IncidentId incident, PersonId person);

  /** When the person last did something that is on the timeline, other than of these types. */
  Optional<Instant> lastAct(IncidentId incident, PersonId person, Set<String> otherThan);
}
