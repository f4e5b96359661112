package org.honbu.workflow.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;

/**
 * Puts the four places to look into Tasklist, and opens Tasklist itself, at every start.
 *
 * <p>Nobody may write a filter: a stored query can carry an expression (CVE-2026-109432). These
 * four are the only ones; what else is found is removed. A filter that exists keeps its id, so that
 * a bookmark survives a restart. Reading a filter grants nothing: each person finds in it only the
 * tasks they may see.
 *
 * <p>Names carry both languages, since the engine does not know its reader; Tasklist shows the
 * reader's half.
 */
final class TasklistFilters {
  private static final int PLACES_APART = 10;

  private final FilterService filters;
  private final TaskService tasks;
  private final AuthorizationService authorizations;

  TasklistFilters(ProcessEngine engine) {
    filters = engine.getFilterService();
    tasks = engine.getTaskService();
    authorizations = engine.getAuthorizationService();
  }

  private record Place(String name, String reader, UnaryOperator<TaskQuery> waiting) {}

  /**
   * In the order of the screen. A role nobody lacks would only be noise, so each sees their own.
   */
  private static final List<Place> PLACES =
      List.of(
          new Place(
              "自分のタスク / My tasks",
              Authorization.ANY,
              tasks -> tasks.taskInvolvedUserExpression("${currentUser()}")),
          new Place(
              "コマンダー待ち / Waiting for a commander",
              "incident-commander",
              tasks -> tasks.taskCandidateGroup("incident-commander")),
          new Place(
              "アナウンス担当待ち / Waiting for an announcer",
              "announcer",
              tasks -> tasks.taskCandidateGroup("announcer")),
          new Place(
              "自分のチーム / My team",
              Authorization.ANY,
              tasks ->
                  tasks
                      .taskCandidateGroupInExpression("${currentUserGroups()}")
                      .includeAssignedTasks()));

  /** Makes filters and grants as they should be; a second time it changes nothing. */
  void furnish() {
    Map<String, Filter> found =
        filters.createFilterQuery().list().stream()
            .collect(
                Collectors.toMap(
                    Filter::getName, Function.identity(), TasklistFilters::keepOne, HashMap::new));
    for (Place place : PLACES) {
      Filter filter = found.remove(place.name());
      Filter saved = save(place, filter == null ? filters.newTaskFilter(place.name()) : filter);
      grant(place.reader(), Resources.FILTER, saved.getId(), Permissions.READ);
    }
    found.values().forEach(stranger -> filters.deleteFilter(stranger.getId()));
    grant(Authorization.ANY, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
    grant(
        Authorization.ANY,
        Resources.PROCESS_DEFINITION,
        Authorization.ANY,
        ProcessDefinitionPermissions.READ);
  }

  private static Filter keepOne(Filter first, Filter second) {
    return first.getId().compareTo(second.getId()) < 0 ? first : second;
  }

  private Filter save(Place place, Filter filter) {
    filter.setQuery(place.waiting().apply(tasks.createTaskQuery()));
    filter.setProperties(
        Map.of(
            "priority", PLACES.indexOf(place) * PLACES_APART,
            "refresh", true,
            "showUndefinedVariable", false));
    return filters.saveFilter(filter);
  }

  /** To everybody Tasklist lets in, or to one role. */
  private void grant(String reader, Resource resource, String id, Permission permission) {
    boolean everybody = reader.equals(Authorization.ANY);
    boolean there =
        authorizations
            .createAuthorizationQuery()
            .resourceType(resource)
            .resourceId(id)
            .list()
            .stream()
            .anyMatch(
                grant ->
                    grant.isPermissionGranted(permission)
                        && reader.equals(everybody ? grant.getUserId() : grant.getGroupId()));
    if (there) {
      return;
    }
    Authorization grant =
        authorizations.createNewAuthorization(
            everybody ? Authorization.AUTH_TYPE_GLOBAL : Authorization.AUTH_TYPE_GRANT);
    if (!everybody) {
      grant.setGroupId(reader);
    }
    grant.setResource(resource);
    grant.setResourceId(id);
    grant.addPermission(permission);
    authorizations.saveAuthorization(grant);
  }
}
