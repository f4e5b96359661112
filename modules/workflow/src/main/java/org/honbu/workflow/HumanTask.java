package org.honbu.workflow;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Subject;

/**
 * A task that waits for a person, as it stands now.
 *
 * @param id the engine's id
 * @param step the element's id in the diagram, {@code Activity_…}
 * @param name its label, in both languages as drawn
 * @param process the diagram's id
 * @param subject the incident or report it belongs to
 * @param assignee who has claimed it
 * @param groups candidate groups: Keycloak roles or {@code team:<id>}
 * @param people candidate people
 * @param facts what the process carries there
 */
public record HumanTask(
    String id,
    String step,
    String name,
    String process,
    Subject subject,
    Optional<PersonId> assignee,
    Set<String> groups,
    Set<PersonId> people,
    Instant since,
    Optional<Instant> due,
    Facts facts)
    implements Waiting {

  /**
   * The incident it belongs to, where the step says that there is one.
   *
   * @throws org.honbu.kernel.ProblemException when it belongs to something else
   */
  public IncidentId incident() {
    return subject instanceof IncidentId incident ? incident : new IncidentId(subject.value());
  }
}
