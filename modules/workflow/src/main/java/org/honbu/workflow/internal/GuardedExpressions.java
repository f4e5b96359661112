package org.honbu.workflow.internal;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.jspecify.annotations.Nullable;

/**
 * Lets an expression read a fact or name a listed handler, and nothing else.
 *
 * <p>No property and no method of any object can be reached, so there is no way from a value to its
 * class and from there to the machine (CVE-2026-109432). An expression of a task query has neither
 * facts nor handlers: it may only call {@code currentUser()} and {@code currentUserGroups()}.
 */
final class GuardedExpressions extends JuelExpressionManager {
  private static final Set<String> FUNCTIONS = Set.of("currentUser", "currentUserGroups");
  private final Map<String, ? extends JavaDelegate> handlers;

  GuardedExpressions(Map<String, ? extends JavaDelegate> handlers) {
    this.handlers = Map.copyOf(handlers);
  }

  @Override
  public void addFunction(String name, Method function) {
    if (FUNCTIONS.contains(name)) {
      super.addFunction(name, function);
    }
  }

  @Override
  protected ELResolver createElResolver() {
    return new FactsAndHandlers();
  }

  /** Answers the bare names of an expression; everything after a dot or bracket is refused. */
  private final class FactsAndHandlers extends ELResolver {

    @Override
    public @Nullable Object getValue(ELContext context, @Nullable Object base, Object property) {
      if (base != null || !(property instanceof String name)) {
        throw refused(property);
      }
      context.setPropertyResolved(true);
      var scope = (VariableScope) context.getContext(VariableScope.class);
      if (scope != null) {
        return factOrHandler(scope, name);
      }
      var inputs = (VariableContext) context.getContext(VariableContext.class);
      if (inputs != null && inputs.containsVariable(name)) {
        return inputs.resolve(name).getValue();
      }
      throw refused(name);
    }

    private @Nullable Object factOrHandler(VariableScope scope, String name) {
      if (handlers.containsKey(name)) {
        return handlers.get(name);
      }
      if (scope.hasVariable(name)) {
        return scope.getVariable(name);
      }
      throw refused(name);
    }

    @Override
    public Object invoke(
        ELContext context, Object base, Object method, Class<?>[] types, Object[] values) {
      throw refused(method);
    }

    @Override
    public void setValue(ELContext context, Object base, Object property, Object value) {
      throw refused(property);
    }

    @Override
    public boolean isReadOnly(ELContext context, Object base, Object property) {
      return true;
    }

    @Override
    public Class<?> getType(ELContext context, Object base, Object property) {
      throw refused(property);
    }

    @Override
    public @Nullable Class<?> getCommonPropertyType(ELContext context, Object base) {
      return null;
    }

    @Override
    public java.util.@Nullable Iterator<java.beans.FeatureDescriptor> getFeatureDescriptors(
        ELContext context, Object base) {
      return null;
    }

    private ELException refused(Object what) {
      return new ELException("an expression may only name a fact or a listed handler: " + what);
    }
  }
}
