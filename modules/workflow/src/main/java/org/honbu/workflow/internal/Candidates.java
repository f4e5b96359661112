package org.honbu.workflow.internal;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.honbu.kernel.PersonId;
import org.honbu.workflow.Directory;
import org.jspecify.annotations.Nullable;

/**
 * Who a task is offered to.
 *
 * @param appointed people whom a façade made the assignee although neither a group nor a name on
 *     the task fitted: an acting commander, a deputy; they keep it until the façade takes it away
 */
record Candidates(Set<String> groups, Set<PersonId> people, Set<PersonId> appointed) {
  static final String APPOINTED = "appointed";

  static final Candidates NOBODY = new Candidates(Set.of(), Set.of(), Set.of());

  /** One line of who a task is offered to, or who has it: a group or a person. */
  private record Link(@Nullable String group, @Nullable String person, String type) {}

  static Candidates of(ProcessEngine engine, String taskId) {
    return of(
        engine.getTaskService().getIdentityLinksForTask(taskId).stream()
            .map(link -> new Link(link.getGroupId(), link.getUserId(), link.getType()))
            .toList());
  }

  /**
   * The same of many tasks in one question, as far as it is written; the engine itself asks for
   * each. Tasks that are offered to nobody are left out.
   */
  static Map<String, Candidates> of(CommandContext command, List<String> tasks) {
    if (tasks.isEmpty()) {
      return Map.of();
    }
    String sql =
        "select TASK_ID_, GROUP_ID_, USER_ID_, TYPE_ from %sACT_RU_IDENTITYLINK where TASK_ID_ in (%s)"
            .formatted(
                command.getProcessEngineConfiguration().getDatabaseTablePrefix(),
                String.join(", ", Collections.nCopies(tasks.size(), "?")));
    Map<String, List<Link>> links = new HashMap<>();
    try (PreparedStatement ask =
        command.getDbSqlSession().getSqlSession().getConnection().prepareStatement(sql)) {
      for (int i = 0; i < tasks.size(); i++) {
        ask.setString(i + 1, tasks.get(i));
      }
      try (ResultSet row = ask.executeQuery()) {
        while (row.next()) {
          links
              .computeIfAbsent(row.getString(1), any -> new ArrayList<>())
              .add(new Link(row.getString(2), row.getString(3), row.getString(4)));
        }
      }
    } catch (SQLException failed) {
      throw new ProcessEngineException("it cannot be read who tasks are offered to", failed);
    }
    return links.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, one -> of(one.getValue())));
  }

  private static Candidates of(List<Link> links) {
    return new Candidates(
        links.stream()
            .filter(link -> link.type().equals(IdentityLinkType.CANDIDATE))
            .flatMap(link -> Stream.ofNullable(link.group()))
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

  private static Set<PersonId> people(List<Link> links, String type) {
    return links.stream()
        .filter(link -> link.type().equals(type))
        .flatMap(link -> Stream.ofNullable(link.person()))
        .map(PersonId::new)
        .collect(Collectors.toUnmodifiableSet());
  }
}
