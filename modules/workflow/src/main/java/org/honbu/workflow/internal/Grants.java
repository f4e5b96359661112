package org.honbu.workflow.internal;

import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;

/**
 * What each role may do in the engine whatever the task: open Tasklist and read diagrams. Tasks
 * themselves are seen by {@link TaskGrants}, and acted on through {@code PersonsDoor}.
 */
final class Grants {
  private static final List<String> ROLES =
      List.of(
          "employee",
          "customer-support",
          "responder",
          "incident-commander",
          "commander-trainee",
          "announcer",
          "process-owner",
          "drill-facilitator",
          "drill-evaluator",
          "schedule-admin",
          "privacy-officer",
          "admin");

  private Grants() {}

  /** Grants what is missing; nobody else is ever granted anything by hand. */
  static void renew(EngineRoom room) {
    room.asHonbu(
        () -> {
          for (String role : ROLES) {
            grant(room, role, Permissions.ACCESS, Resources.APPLICATION, "tasklist");
            grant(room, role, Permissions.READ, Resources.PROCESS_DEFINITION, Authorization.ANY);
          }
        });
  }

  private static void grant(
      EngineRoom room, String role, Permission may, Resource what, String which) {
    AuthorizationService grants = room.engine().getAuthorizationService();
    if (grants
            .createAuthorizationQuery()
            .groupIdIn(role)
            .resourceType(what)
            .resourceId(which)
            .count()
        == 0) {
      var grant = grants.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
      grant.setGroupId(role);
      grant.setResource(what);
      grant.setResourceId(which);
      grant.addPermission(may);
      grants.saveAuthorization(grant);
    }
  }
}
