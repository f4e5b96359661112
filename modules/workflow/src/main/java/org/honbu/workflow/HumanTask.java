package org.honbu.workflow;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;

/**
 * A task that waits for a person, as it stands now.
 *
 * @param id the engine's id
 * @param step the element's id in the diagram, {@code Activity_…}
 * @param name its label, in both languages as drawn
 * @param process the diagram's id
 * @param subject the incident it belongs to
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
    IncidentId subject,
    Optional<PersonId> assignee,
    Set<String> groups,
    Set<PersonId> people,
    Instant since,
    Optional<Instant> due,
    Facts facts) {}
