package org.honbu.workflow.internal;

import java.util.Map;
import org.honbu.workflow.Facts;
import org.jspecify.annotations.Nullable;

/** Turns the engine's variables into facts; what is not a plain small value stays behind. */
final class EngineFacts {
  private EngineFacts() {}

  static Facts of(Map<String, ?> variables) {
    Facts facts = Facts.none();
    for (var variable : variables.entrySet()) {
      Object plain = plain(variable.getValue());
      if (plain != null) {
        facts = facts.and(variable.getKey(), plain);
      }
    }
    return facts;
  }

  /** The value as facts know it: forms and decision tables answer whole numbers as doubles. */
  static @Nullable Object plain(@Nullable Object value) {
    if (value instanceof Double || value instanceof Float) {
      double number = ((Number) value).doubleValue();
      return number == Math.rint(number) ? plain((long) number) : String.valueOf(number);
    }
    if (value instanceof Long || value instanceof Short || value instanceof Byte) {
      long number = ((Number) value).longValue();
      return number == (int) number ? (Object) (int) number : (Object) number;
    }
    if (value instanceof java.math.BigDecimal || value instanceof java.math.BigInteger) {
      return plain(((Number) value).doubleValue());
    }
    if (value instanceof String || value instanceof Boolean || value instanceof Integer) {
      return value;
    }
    return value instanceof java.time.Duration || value instanceof java.time.temporal.Temporal
        ? value.toString()
        : null;
  }
}
