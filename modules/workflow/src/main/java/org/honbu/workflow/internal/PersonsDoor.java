package org.honbu.workflow.internal;

import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.GetDeployedTaskFormCmd;
import org.camunda.bpm.engine.impl.GroupQueryImpl;
import org.camunda.bpm.engine.impl.ProcessDefinitionQueryImpl;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.TenantQueryImpl;
import org.camunda.bpm.engine.impl.UserOperationLogQueryImpl;
import org.camunda.bpm.engine.impl.UserQueryImpl;
import org.camunda.bpm.engine.impl.VariableInstanceQueryImpl;
import org.camunda.bpm.engine.impl.cmd.AddCommentCmd;
import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.cmd.AuthorizationCheckCmd;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CreateGroupQueryCmd;
import org.camunda.bpm.engine.impl.cmd.CreateTenantQueryCmd;
import org.camunda.bpm.engine.impl.cmd.CreateUserQueryCmd;
import org.camunda.bpm.engine.impl.cmd.ExecuteFilterCountCmd;
import org.camunda.bpm.engine.impl.cmd.ExecuteFilterListCmd;
import org.camunda.bpm.engine.impl.cmd.ExecuteFilterListPageCmd;
import org.camunda.bpm.engine.impl.cmd.ExecuteFilterSingleResultCmd;
import org.camunda.bpm.engine.impl.cmd.GetDeployedProcessDefinitionCmd;
import org.camunda.bpm.engine.impl.cmd.GetDeploymentProcessModelCmd;
import org.camunda.bpm.engine.impl.cmd.GetFilterCmd;
import org.camunda.bpm.engine.impl.cmd.GetFormKeyCmd;
import org.camunda.bpm.engine.impl.cmd.GetHistoryLevelCmd;
import org.camunda.bpm.engine.impl.cmd.GetIdentityLinksForTaskCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskCommentsCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskFormCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskFormVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskVariableCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskVariableCmdTyped;
import org.camunda.bpm.engine.impl.cmd.GetTaskVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.IsIdentityServiceReadOnlyCmd;
import org.camunda.bpm.engine.impl.cmd.PatchTaskVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.SetTaskVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.filter.FilterQueryImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.honbu.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Where a person meets the engine: whatever somebody who is signed in asks of it passes here first,
 * whichever REST path it came by.
 *
 * <p>Reading is left to the engine's grants, but what tasks of a private incident say. The few acts
 * of {@link TaskActs} are decided here, in the act's own transaction, and then done. Everything
 * else is closed, so that an act nobody thought of is refused too. Honbu's own work, and what an
 * act sets off inside, is not stopped.
 */
final class PersonsDoor extends CommandInterceptor {
  private static final Set<Class<?>> LOOKS =
      Set.of(
          AuthorizationCheckCmd.class,
          CreateGroupQueryCmd.class,
          CreateTenantQueryCmd.class,
          CreateUserQueryCmd.class,
          GetDeployedProcessDefinitionCmd.class,
          GetDeployedTaskFormCmd.class,
          GetDeploymentProcessModelCmd.class,
          GetFilterCmd.class,
          GetFormKeyCmd.class,
          GetHistoryLevelCmd.class,
          GetIdentityLinksForTaskCmd.class,
          GetTaskFormCmd.class,
          IsIdentityServiceReadOnlyCmd.class);

  /** What reads the facts of a task, and the field that names the task. */
  private static final Map<Class<?>, String> READS =
      Map.of(
          GetTaskFormVariablesCmd.class, "resourceId",
          GetTaskVariableCmd.class, "taskId",
          GetTaskVariableCmdTyped.class, "taskId",
          GetTaskVariablesCmd.class, "taskId");

  private static final Set<Class<?>> FILTERS =
      Set.of(
          ExecuteFilterCountCmd.class,
          ExecuteFilterListCmd.class,
          ExecuteFilterListPageCmd.class,
          ExecuteFilterSingleResultCmd.class);

  private static final Set<Class<?>> SEARCHES =
      Set.of(
          FilterQueryImpl.class,
          GroupQueryImpl.class,
          ProcessDefinitionQueryImpl.class,
          TaskQueryImpl.class,
          TenantQueryImpl.class,
          UserOperationLogQueryImpl.class,
          UserQueryImpl.class,
          VariableInstanceQueryImpl.class);

  private final ThreadLocal<Boolean> inside = ThreadLocal.withInitial(() -> false);
  private final TaskActs acts;

  PersonsDoor(TaskActs acts) {
    this.acts = acts;
  }

  @Override
  public <T> T execute(Command<T> command) {
    Authentication signedIn = Context.getCommandContext().getAuthentication();
    if (inside.get() || signedIn == null || signedIn.getUserId() == null) {
      return next.execute(command);
    }
    inside.set(true);
    try {
      return pass(command, new PersonId(signedIn.getUserId()), Context.getCommandContext());
    } finally {
      inside.remove();
    }
  }

  private <T> T pass(Command<T> command, PersonId person, CommandContext context) {
    @Nullable String read = READS.get(command.getClass());
    if (read != null && !asksOnlyWhichIncident(command)) {
      acts.read(new Asked(command).task(context, read), person);
    }
    if (read != null || LOOKS.contains(command.getClass()) || isSearch(command)) {
      return next.execute(command);
    }
    decide(command, person, context);
    // Decided above by stricter rules than the engine's, which knows no holder.
    context.disableAuthorizationCheck();
    try {
      return next.execute(command);
    } finally {
      context.enableAuthorizationCheck();
    }
  }

  private void decide(Command<?> command, PersonId person, CommandContext context) {
    var asked = new Asked(command);
    // The class itself: a subclass (resolve is one of complete) is another act.
    Class<?> kind = command.getClass();
    if (kind == ClaimTaskCmd.class || kind == AssignTaskCmd.class) {
      acts.assign(asked.task(context, "taskId"), person, asked.text("userId"));
    } else if (kind == CompleteTaskCmd.class) {
      acts.complete(asked.task(context, "taskId"), person, asked.variables("variables"));
    } else if (kind == SubmitTaskFormCmd.class) {
      acts.complete(asked.task(context, "taskId"), person, asked.variables("properties"));
    } else if (kind == SetTaskVariablesCmd.class) {
      acts.note(asked.task(context, "entityId"), person, asked.variables("variables"));
    } else if (kind == PatchTaskVariablesCmd.class && asked.isEmpty("deletions")) {
      acts.note(asked.task(context, "entityId"), person, asked.variables("variables"));
    } else if (kind == AddCommentCmd.class || kind == GetTaskCommentsCmd.class) {
      acts.see(asked.task(context, "taskId"), person);
    } else {
      throw new Refused(Refused.CLOSED, command.getClass().getSimpleName());
    }
  }

  /** Which incident it is, Tasklist says on the card of everybody who may claim it. */
  private static boolean asksOnlyWhichIncident(Command<?> command) {
    return command instanceof GetTaskFormVariablesCmd form
        && form.formVariableNames != null
        && Set.of("incidentId").equals(Set.copyOf(form.formVariableNames));
  }

  /** A search by a person carries no expression; one stored by Honbu in a filter may. */
  private static boolean isSearch(Command<?> command) {
    if (FILTERS.contains(command.getClass())) {
      var extending = new Asked(command).value("extendingQuery");
      return !(extending instanceof AbstractQuery<?, ?> query) || hasNoExpressions(query);
    }
    return command instanceof AbstractQuery<?, ?> query
        && SEARCHES.stream().anyMatch(kind -> kind.isInstance(query))
        && hasNoExpressions(query);
  }

  private static boolean hasNoExpressions(AbstractQuery<?, ?> query) {
    boolean hasSome =
        !query.getExpressions().isEmpty()
            || (query instanceof TaskQueryImpl tasks
                && tasks.getQueries().stream().anyMatch(or -> !or.getExpressions().isEmpty()));
    if (hasSome) {
      throw new Refused(Refused.NO_EXPRESSIONS);
    }
    return true;
  }
}
