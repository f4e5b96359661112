package org.honbu.workflow.internal;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.honbu.kernel.PersonId;
import org.honbu.workflow.Directory;

/**
 * Who a task is offered to.
 *
 * @param appointed people whom a façade made the assignee although neither a group nor a name on
 *     the task fitted: an acting commander, a deputy; they keep it until the façade takes it away
 */
record Candidates(Set<String> groups, Set<PersonId> people, Set<PersonId> appointed) {
  static final String APPOINTED = "appointed";

  static Candidates of(ProcessEngine engine, String taskId) {
    List<IdentityLink> links = engine.getTaskService().getIdentityLinksForTask(taskId);
    return new Candidates(
        links.stream()
            .filter(link -> link.getGroupId() != null && candidate(link))
            .map(IdentityLink::getGroupId)
            .collect(Collectors.toUnmodifiableSet()),
        people(links, IdentityLinkType.CANDIDATE),
        people(links, APPOINTED));
  }

  Candidates withoutAppointed() {
    return new Candidates(groups, people, Set.of());
  }

  /** Whether the task is offered to this person, by the directory as it is at this moment. */
  boolean include(PersonId person, Directory directory) {
    return directory
        .find(person)
        .map(
            entry ->
                people.contains(person)
                    || appointed.contains(person)
                    || !Collections.disjoint(entry.groups(), groups))
        .orElse(false);
  }

  private static boolean candidate(IdentityLink link) {
    return IdentityLinkType.CANDIDATE.equals(link.getType());
  }

  private static Set<PersonId> people(List<IdentityLink> links, String type) {
    return links.stream()
        .filter(link -> link.getUserId() != null && type.equals(link.getType()))
        .map(link -> new PersonId(link.getUserId()))
        .collect(Collectors.toUnmodifiableSet());
  }
}
