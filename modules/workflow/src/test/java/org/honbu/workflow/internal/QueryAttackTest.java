package org.honbu.workflow.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.Test;

/**
 * CVE-2026-109432: an expression in the or-part of a task query is evaluated whatever the settings
 * say. Tried on every engine-level route; it must work on the stock engine, or this test is blind.
 */
class QueryAttackTest {

  @Test
  void theStockEngineEvaluatesItForAPersonWithoutAnyRole() {
    ProcessEngine stock = Rooms.stock();
    try {
      assertThat(succeeding(stock, "noel", false))
          .containsExactlyInAnyOrder(
              "or-query list",
              "or-query count",
              "or-query page",
              "or-query single",
              "unlimited or-query",
              "filter list extended by an or-query",
              "filter count extended by an or-query",
              "filter page extended by an or-query",
              "filter single extended by an or-query",
              "stored filter",
              "stored filter with an or-query");
    } finally {
      stock.close();
    }
  }

  @Test
  void oursEvaluatesItForNobody() {
    try (EngineRoom ours = Rooms.ours(new Rooms.People().with("emma", "employee"))) {
      assertThat(succeeding(ours.engine(), "emma", false)).isEmpty();
      assertThat(succeeding(ours.engine(), "noel", false)).isEmpty();
    }
  }

  @Test
  void theGuardAloneHoldsWhereTheDoorDoesNotStand() {
    try (EngineRoom ours = Rooms.ours(new Rooms.People())) {
      assertThat(succeeding(ours.engine(), "nobody", true)).isEmpty();
    }
  }

  @Test
  void currentUserGroupsStillWorksInOurOwnFilters() {
    try (EngineRoom ours = Rooms.ours(new Rooms.People().with("emma", "employee"))) {
      var query =
          ours.engine()
              .getTaskService()
              .createTaskQuery()
              .taskCandidateGroupInExpression("${currentUserGroups()}");
      String filter = stored(ours.engine(), query);

      signIn(ours.engine(), "emma");
      assertThat(ours.engine().getFilterService().list(filter)).isEmpty();
    }
  }

  /** Names of the routes on which the attack ran. */
  private static Set<String> succeeding(ProcessEngine engine, String login, boolean asSystem) {
    Set<String> succeeded = new TreeSet<>();
    routes(engine)
        .forEach(
            (name, route) -> {
              System.clearProperty(HostileModels.PROOF);
              if (!asSystem) {
                signIn(engine, login);
              }
              try {
                route.accept(HostileModels.ATTACK);
              } catch (RuntimeException refused) {
                // the proof decides
              } finally {
                engine.getIdentityService().clearAuthentication();
              }
              if (System.getProperty(HostileModels.PROOF) != null) {
                succeeded.add(name);
              }
            });
    System.clearProperty(HostileModels.PROOF);
    return succeeded;
  }

  private static void signIn(ProcessEngine engine, String login) {
    engine.getIdentityService().setAuthentication(login, List.of("employee"));
  }

  private static Map<String, Consumer<String>> routes(ProcessEngine engine) {
    var tasks = engine.getTaskService();
    var filters = engine.getFilterService();
    String plain = stored(engine, tasks.createTaskQuery());
    String hostile =
        stored(engine, tasks.createTaskQuery().taskAssigneeExpression(HostileModels.ATTACK));
    String hostileOr = stored(engine, or(tasks.createTaskQuery(), HostileModels.ATTACK));
    var routes = new LinkedHashMap<String, Consumer<String>>();
    routes.put("query", a -> tasks.createTaskQuery().taskAssigneeExpression(a).list());
    routes.put(
        "query count",
        a -> tasks.createTaskQuery().taskNameLike("%").taskOwnerExpression(a).count());
    routes.put("or-query list", a -> or(tasks.createTaskQuery(), a).list());
    routes.put("or-query count", a -> or(tasks.createTaskQuery(), a).count());
    routes.put("or-query page", a -> or(tasks.createTaskQuery(), a).listPage(0, 1));
    routes.put("or-query single", a -> or(tasks.createTaskQuery(), a).singleResult());
    routes.put("unlimited or-query", a -> or(tasks.createTaskQuery(), a).unlimitedList());
    routes.put(
        "filter list extended by a query",
        a -> filters.list(plain, tasks.createTaskQuery().taskAssigneeExpression(a)));
    routes.put(
        "filter list extended by an or-query",
        a -> filters.list(plain, or(tasks.createTaskQuery(), a)));
    routes.put(
        "filter count extended by an or-query",
        a -> filters.count(plain, or(tasks.createTaskQuery(), a)));
    routes.put(
        "filter page extended by an or-query",
        a -> filters.listPage(plain, or(tasks.createTaskQuery(), a), 0, 1));
    routes.put(
        "filter single extended by an or-query",
        a -> filters.singleResult(plain, or(tasks.createTaskQuery(), a)));
    routes.put("stored filter", a -> filters.list(hostile));
    routes.put("stored filter with an or-query", a -> filters.list(hostileOr));
    return routes;
  }

  private static TaskQuery or(TaskQuery query, String expression) {
    return query.or().taskAssigneeExpression(expression).taskName("x").endOr();
  }

  /** A filter somebody managed to store, readable by all. */
  private static String stored(ProcessEngine engine, TaskQuery query) {
    var filter = engine.getFilterService().newTaskFilter("f" + System.nanoTime());
    filter.setQuery(query);
    String id = engine.getFilterService().saveFilter(filter).getId();
    var grants = engine.getAuthorizationService();
    var everybody = grants.createNewAuthorization(Authorization.AUTH_TYPE_GLOBAL);
    everybody.setResource(Resources.FILTER);
    everybody.setResourceId(id);
    everybody.addPermission(Permissions.READ);
    grants.saveAuthorization(everybody);
    return id;
  }
}
