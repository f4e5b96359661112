package org.honbu.workflow.internal;

import java.lang.reflect.Field;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.type.PrimitiveValueType;
import org.camunda.bpm.engine.variable.type.ValueType;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;

/**
 * What a command of the engine was asked to do. The engine keeps it in fields without readers; a
 * test holds every name used here against the engine.
 */
record Asked(Command<?> command) {

  /**
   * The task it is about.
   *
   * @throws Refused as for a task of others, when there is none: which ids exist is nobody's
   *     business
   */
  TaskEntity task(CommandContext context, String field) {
    return Optional.ofNullable(text(field))
        .map(context.getTaskManager()::findTaskById)
        .orElseThrow(() -> new Refused(Refused.NOT_OFFERED));
  }

  @Nullable String text(String field) {
    return (String) value(field);
  }

  boolean isEmpty(String field) {
    return !(value(field) instanceof Collection<?> some) || some.isEmpty();
  }

  /**
   * Plain values by name.
   *
   * @throws Refused when one is a file, an object or anything else that is not plain
   */
  Map<String, @Nullable Object> variables(String field) {
    var plain = new LinkedHashMap<String, @Nullable Object>();
    if (value(field) instanceof Map<?, ?> all) {
      for (Object name : all.keySet()) {
        plain.put((String) name, plain((String) name, all));
      }
    }
    return plain;
  }

  private static @Nullable Object plain(String name, Map<?, ?> all) {
    @Nullable Object value =
        all instanceof VariableMap typed ? typed.getValueTyped(name) : all.get(name);
    if (value instanceof TypedValue typed) {
      // No type was named: what arrived is judged by what it is, below.
      boolean readable =
          typed.getType() == null
              || (typed.getType() instanceof PrimitiveValueType
                  && typed.getType() != ValueType.BYTES);
      if (!readable) {
        throw new Refused(Refused.UNREADABLE, name);
      }
      value = typed.getValue();
    }
    @Nullable Object plain = EngineFacts.plain(value);
    if (value != null
        && (plain == null || (plain instanceof String text && text.length() > 4000))) {
      throw new Refused(Refused.UNREADABLE, name);
    }
    return plain;
  }

  @Nullable Object value(String field) {
    for (Class<?> type = command.getClass(); type != null; type = type.getSuperclass()) {
      for (Field declared : type.getDeclaredFields()) {
        if (declared.getName().equals(field)) {
          return read(declared);
        }
      }
    }
    throw new IllegalStateException(command.getClass() + " has no field " + field);
  }

  private @Nullable Object read(Field field) {
    try {
      field.setAccessible(true);
      return field.get(command);
    } catch (IllegalAccessException closed) {
      throw new IllegalStateException(closed);
    }
  }
}
