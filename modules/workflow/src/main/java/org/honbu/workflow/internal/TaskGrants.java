package org.honbu.workflow.internal;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;

/**
 * Who may see a task: its candidate groups, its candidate people and those appointed to it, for
 * exactly as long as they are.
 *
 * <p>The stock provider grants to every assignee and never takes back, so that a person sees a task
 * for ever after having held it once. Here an assignee sees it through their group, and loses it
 * together with their role.
 */
final class TaskGrants extends DefaultAuthorizationProvider {

  @Override
  public AuthorizationEntity @Nullable [] newTaskAssignee(
      Task task, @Nullable String before, @Nullable String after) {
    return null;
  }

  @Override
  public AuthorizationEntity @Nullable [] newTaskOwner(
      Task task, @Nullable String before, @Nullable String after) {
    return null;
  }

  @Override
  public AuthorizationEntity[] deleteTaskUserIdentityLink(Task task, String user, String type) {
    return grants(task, user, null);
  }

  @Override
  public AuthorizationEntity[] deleteTaskGroupIdentityLink(Task task, String group, String type) {
    return grants(task, null, group);
  }

  @Override
  public AuthorizationEntity @Nullable [] newFilter(Filter filter) {
    return null;
  }

  @Override
  public AuthorizationEntity @Nullable [] newDeployment(Deployment deployment) {
    return null;
  }

  private AuthorizationEntity[] grants(Task task, @Nullable String user, @Nullable String group) {
    List<AuthorizationEntity> found = new ArrayList<>();
    var grant = getGrantAuthorization(task.getId(), user, group, Resources.TASK);
    if (grant != null) {
      found.add(grant);
    }
    return found.toArray(AuthorizationEntity[]::new);
  }
}
