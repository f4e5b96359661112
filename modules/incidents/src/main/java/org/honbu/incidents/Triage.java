package org.honbu.incidents;

import java.util.Optional;
import java.util.Set;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.TeamId;

/**
 * What the triager found (DOMAIN FM-3).
 *
 * @param duplicateOf the other incident, when the answer is {@link Answer#DUPLICATE}
 * @param teamsNeeded who else has to help; two or more make the problem large
 * @param escalateNow opens the room at once
 */
public record Triage(
    Answer answer,
    Optional<IncidentId> duplicateOf,
    Impact impact,
    Visibility visibility,
    Set<TeamId> teamsNeeded,
    boolean escalateNow,
    String note) {

  /** Whether it is one. Unsure counts as real. */
  public enum Answer {
    REAL,
    FALSE_ALARM,
    DUPLICATE
  }

  /** Real, with this impact and nothing else to say. */
  public static Triage real(Impact impact) {
    return new Triage(
        Answer.REAL, Optional.empty(), impact, Visibility.UNKNOWN, Set.of(), false, "");
  }
}
